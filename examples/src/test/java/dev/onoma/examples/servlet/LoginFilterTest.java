package dev.onoma.examples.servlet;

import dev.onoma.examples.embedding.LoginPagesContract;
import dev.onoma.examples.embedding.Site;
import dev.onoma.examples.embedding.TomcatSite;
import dev.onoma.oauth.LoginFlow;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("With the servlet filter in a Tomcat")
class LoginFilterTest extends LoginPagesContract {
    @TempDir
    Path folder = Path.of("");

    @Override
    protected Site start(boolean https, Function<URI, LoginFlow> flow) {
        return TomcatSite.start(folder, https, base -> new LoginFilter(flow.apply(base)));
    }

    @Override
    protected String loginPath(String connection) {
        return "/login?with=" + connection + "&returnTo=%2Fbasket";
    }

    @Override
    protected String sessionCookie() {
        return "JSESSIONID";
    }
}
