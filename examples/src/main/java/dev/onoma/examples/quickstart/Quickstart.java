package dev.onoma.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.providers.google.Google;
import java.io.PrintStream;

/** Three logins through Google: one that creates a user, one that changes a name, and one that is refused. */
public final class Quickstart {
    private static final String ANA = """
            {"sub": "103547991597142817347", "name": "Ana Lovrić", "given_name": "Ana", "family_name": "Lovrić",
             "picture": "https://lh3.googleusercontent.com/a/ACg8ocKq3v7LmPz2wTn0example=s96-c",
             "email": "ana.lovric@example.com", "email_verified": true, "locale": "hr"}
            """;
    private static final String ANA_MARRIED = ANA.replace("Lovrić", "Horvat");
    private static final String NO_SUBJECT = ANA.replace("\"sub\"", "\"subject\"");

    private Quickstart() {}

    public static void main(String[] args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        LoginProcessor logins = LoginProcessor.builder(new InMemoryUserStore())
                .connection(Google.connection("google-oauth2").build())
                .build();

        User user = logins.login(google(ANA)).orElseThrow();
        out.println("user_id:  " + user.id().value());
        out.println("name:     " + user.name().orElseThrow());
        out.println("email:    " + user.email().orElseThrow() + ", verified: " + user.isEmailVerified());

        LoginResult second = logins.login(google(ANA_MARRIED));
        out.println("name now: " + second.orElseThrow().name().orElseThrow());
        second.accepted().ifPresent(accepted -> accepted.decisions().forEach(decision -> out.println("  " + decision)));

        logins.login(google(NO_SUBJECT))
                .refusal()
                .ifPresent(refusal -> out.println("refused:  " + refusal.code().code() + ", " + refusal.message()));
    }

    /** What Google's userinfo endpoint answered, as it came. */
    private static Login google(String response) {
        return Login.of("google-oauth2", Claims.parse(response.getBytes(UTF_8), Evidence.USERINFO_RESPONSE));
    }
}
