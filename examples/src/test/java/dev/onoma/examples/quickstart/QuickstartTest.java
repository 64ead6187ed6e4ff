package dev.onoma.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The quick start")
class QuickstartTest {
    @Test
    @DisplayName("prints a new user, what a second login changed and why, and why a third was refused")
    void run_printsThreeLogins() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Quickstart.run(new PrintStream(bytes, true, UTF_8));

        assertThat(bytes.toString(UTF_8).lines()).containsExactly("""
                user_id:  google-oauth2|103547991597142817347
                name:     Ana Lovrić
                email:    ana.lovric@example.com, verified: true
                name now: Ana Horvat
                  name set by S2 (on_each_login: the provider sent a value)
                  given_name kept by S2 (on_each_login: the provider sent the value that is stored)
                  family_name set by S2 (on_each_login: the provider sent a value)
                  nickname kept by M6 (on_each_login: nobody gave a value, and the derived one is unchanged)
                  picture kept by S2 (on_each_login: the provider sent the value that is stored)
                  email kept by S5 (on_each_login: the provider sent the value that is stored)
                refused:  missing_subject, claim "sub" is missing
                """.split("\n"));
    }
}
