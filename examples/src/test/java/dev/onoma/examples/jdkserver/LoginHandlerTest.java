package dev.onoma.examples.jdkserver;

import dev.onoma.examples.embedding.LoginPagesContract;
import dev.onoma.examples.embedding.Site;
import dev.onoma.oauth.LoginFlow;
import java.net.URI;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;

@DisplayName("With the handler in the JDK's server")
class LoginHandlerTest extends LoginPagesContract {
    @Override
    protected Site start(boolean https, Function<URI, LoginFlow> flow) {
        return ShopServer.start(https, flow);
    }

    @Override
    protected String loginPath(String connection) {
        return "/login/" + connection + "?/basket";
    }

    @Override
    protected String sessionCookie() {
        return "session";
    }
}
