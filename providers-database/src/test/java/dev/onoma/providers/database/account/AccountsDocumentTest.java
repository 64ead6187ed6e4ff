package dev.onoma.providers.database.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.session.SessionListener;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.message.MessageSender;
import dev.onoma.providers.database.password.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page on accounts")
class AccountsDocumentTest {
    private static final Path PAGE = Path.of("../docs/accounts.md");
    private static final Path HERE = Path.of("src/test/java/dev/onoma/providers/database/account");

    private final SessionListener sessions = SessionListener.NONE;
    private final MessageSender sender = message -> {};
    private final InMemoryUserStore store = new InMemoryUserStore();
    private final byte[] secret = new byte[32];
    private final Origin origin = Origin.ofIp("192.0.2.1");

    @Test
    @DisplayName("shows how it begins, and it does")
    void begins() {
        String address = "ada@example.org";
        String typed = "correct horse battery";

        Connection users = Database.accounts("users").build();
        LoginProcessor processor = LoginProcessor.builder(store)
                .connection(users)
                .sessions(sessions)
                .build();
        Accounts accounts = Accounts.builder(users, processor, store, AccountKey.of(secret))
                .sender(sender)
                .sessions(sessions)
                .build();

        ChangeResult signedUp = accounts.signUp(SignUp.withEmail(address, Password.of(typed)), origin);
        LoginResult login = accounts.logIn(new PasswordLogin(address, Password.of(typed), origin));

        assertThat(signedUp.refusal()).isEmpty();
        assertThat(login.user()).isPresent();
    }

    /** Compiled, not run. */
    static void changes(Accounts accounts, UserId user, Password old, Password chosen, String text, Origin origin) {
        String name = text;
        String ticket = text;
        String newAddress = text;
        Password password = old;

        accounts.changePassword(user, old, chosen, origin);
        accounts.requestPasswordReset(name, origin);
        accounts.resetPassword(ticket, chosen, origin);

        accounts.requestEmailVerification(user, origin);
        accounts.verifyEmail(ticket, origin);
        accounts.requestEmailChange(user, password, newAddress, origin);
        accounts.changeEmail(ticket, origin);
    }

    @Test
    @DisplayName("shows Java that compiles: each part of it is here")
    void compiled() throws IOException {
        String here = bare(Files.readString(HERE.resolve("AccountsDocumentTest.java"), UTF_8)
                + Files.readString(HERE.resolve("AccountsDocumentSnippets.java"), UTF_8));
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE, UTF_8))
                .results()
                .map((MatchResult block) -> bare(block.group(1)))
                .toList();

        assertThat(blocks)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(block -> assertThat(here).contains(block));
    }

    private static String bare(String java) {
        return java.replaceAll("(?m)(^|\\s)//[^\n]*", "").replaceAll("\\s+", "");
    }
}
