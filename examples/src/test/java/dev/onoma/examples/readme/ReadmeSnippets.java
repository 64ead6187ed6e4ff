package dev.onoma.examples.readme;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.providers.google.Google;
import dev.onoma.providers.google.live.GoogleLogin;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.net.URI;
import javax.sql.DataSource;

/** The Java of the README, compiled: {@link ReadmeTest} finds each of its lines here. */
final class ReadmeSnippets {
    static final Provider GITHUB = Provider.named("github")
            .social()
            .subject("id")
            .attribute(NAME, "name | login")
            .attribute(NICKNAME, "login")
            .attribute(PICTURE, "avatar_url")
            .email("email", Flag.unsaid())
            .build();

    private ReadmeSnippets() {}

    static User quickstart(byte[] body) {
        var store = new InMemoryUserStore();
        var logins = LoginProcessor.builder(store)
                .connection(Google.connection("google-oauth2").build())
                .build();

        LoginResult result = logins.login(Login.of("google-oauth2", Claims.parse(body, Evidence.USERINFO_RESPONSE)));

        User user = result.orElseThrow();
        return user;
    }

    static Connection connection() {
        return Google.connection("google-oauth2")
                .syncPolicy(SyncPolicy.ON_EACH_LOGIN
                        .override(NAME, SyncRule.UNTIL_EDITED)
                        .clearOnAbsent(PICTURE))
                .linkPolicy(LinkPolicy.PROPOSE)
                .deny("locale", "hd")
                .build();
    }

    static void explain(LoginProcessor logins, Login login) {
        logins.preview(login)
                .accepted()
                .ifPresent(accepted -> accepted.decisions().forEach(System.out::println));
    }

    static LoginAnswer live(
            Connection connection,
            LoginProcessor processor,
            String clientId,
            String clientSecret,
            URI redirectUri,
            byte[] key,
            String query,
            String handle) {
        GoogleLogin google =
                GoogleLogin.of(connection, clientId, clientSecret, redirectUri).build();
        LoginFlow flow = LoginFlow.builder(processor, TransactionKey.of(key))
                .client(google.client())
                .build();

        StartedLogin started = flow.start("google-oauth2", "/basket");
        LoginAnswer answer = flow.finish(Callback.parse(query), handle);
        System.out.println(started.redirectUri());
        return answer;
    }

    static JdbcUserStore lasting(DataSource dataSource) {
        JdbcUserStore users = JdbcUserStore.builder(dataSource).build();
        return users;
    }
}
