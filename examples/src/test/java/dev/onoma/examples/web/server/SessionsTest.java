package dev.onoma.examples.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.Connections;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.UserId;
import dev.onoma.examples.web.account.OwnAccounts;
import dev.onoma.providers.database.account.Accounts;
import dev.onoma.providers.database.account.PasswordLogin;
import dev.onoma.providers.database.account.SignUp;
import dev.onoma.providers.database.password.Password;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sessions of the web example")
class SessionsTest {
    private final Sessions sessions = new Sessions(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    private final LoginResult.Accepted login = login("mary@example.com");
    private final UserId user = login.after().id();

    @Test
    @DisplayName("end all together, but for those of others and of nobody")
    void ended() {
        Session one = sessions.signIn(sessions.open(), login, sessions.mark());
        Session another = sessions.signIn(sessions.open(), login, sessions.mark());
        Session others = sessions.signIn(sessions.open(), login("ada@example.com"), sessions.mark());
        Session nobodys = sessions.open();

        sessions.endAll(user);

        assertThat(sessions.find(one.id())).isEmpty();
        assertThat(sessions.find(another.id())).isEmpty();
        assertThat(sessions.find(others.id())).contains(others);
        assertThat(sessions.find(nobodys.id())).contains(nobodys);
    }

    @Test
    @DisplayName("are not made by a login that was on its way while they ended")
    void overtaken() {
        long mark = sessions.mark();

        sessions.endAll(user);
        Session late = sessions.signIn(sessions.open(), login, mark);

        assertThat(late.user()).isEmpty();
        assertThat(late.takeNotice()).isPresent();
    }

    @Test
    @DisplayName("are made by a login that began after they ended, in place of the browser's former one")
    void afterwards() {
        Session former = sessions.open();
        sessions.endAll(user);

        Session fresh = sessions.signIn(former, login, sessions.mark());

        assertThat(fresh.user()).contains(user);
        assertThat(sessions.find(former.id())).isEmpty();
    }

    private static LoginResult.Accepted login(String address) {
        InMemoryUserStore store = new InMemoryUserStore();
        LoginProcessor processor = LoginProcessor.builder(store)
                .connections(Connections.of(OwnAccounts.connections()))
                .build();
        Accounts accounts = OwnAccounts.over(store, processor, message -> {}, (user, why) -> {})
                .accounts();
        Password password = Password.of("correct horse battery");
        accounts.signUp(SignUp.withEmail(address, password), Origin.NONE).orElseThrow();
        return accounts.logIn(new PasswordLogin(address, password, Origin.NONE))
                .accepted()
                .orElseThrow();
    }
}
