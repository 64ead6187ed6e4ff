package dev.onoma.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("--pretty")
class PrettyTest {
    private static final String GOOGLE =
            "{'connection':{'name':'google-oauth2','provider':'google','at':'2026-01-01T08:00:00Z'}}";
    private static final String LOGIN =
            "{'login':{'connection':'google-oauth2','claims':{'sub':'1','name':'Ana','email':'a@example.com'}}}";

    private static Shown pretty(String... lines) {
        List<String> all = new ArrayList<>(List.of(GOOGLE));
        all.addAll(Arrays.asList(lines));
        return Shell.onoma("run", "--pretty").in(String.join("\n", all));
    }

    @Test
    @DisplayName("of a profile: who, a table of attributes with where they are from, and the warnings")
    void profile() {
        Shown shown = Shell.onoma("map", "--provider", "google", "--pretty")
                .in("{'sub':'1','email':'ana@example.com','email_verified':true,'name':5}");

        assertThat(shown.out()).isEqualTo("""
                        google-oauth2 1
                          attribute       value            from
                          name            ana@example.com  derived
                          nickname        ana              derived
                          email           ana@example.com  google-oauth2
                          email_verified  true             google-oauth2
                          warning: wrong_type at name: found number, expected string
                        """);
    }

    @Test
    @DisplayName("of a refused document: one line with code and message, and still exit status 1")
    void refusedDocument() {
        Shown shown = Shell.onoma("map", "--provider", "google", "--pretty").in("{'name':'x'}");

        assertThat(shown).isEqualTo(new Shown(1, "refused: missing_subject: claim \"sub\" is missing\n", ""));
    }

    @Test
    @DisplayName("of a login: a table of attributes with old value, new value, owner and reason")
    void login() {
        Shown shown = pretty(LOGIN);

        assertThat(shown.out()).isEqualTo("""
                        configured google-oauth2
                        created google-oauth2|1  NewUser
                          attribute  action   old value  new value                     owner          rule  reason
                          name       set      -          Ana                           google-oauth2  S2    on_each_login: the provider sent a value
                          nickname   derived  -          a                             derived        M6    on_each_login: nobody gave a value, so one is derived
                          email      set      -          a@example.com (not verified)  google-oauth2  S5    on_each_login: the provider sent a value
                        """);
        assertThat(shown.status()).isZero();
    }

    @Test
    @DisplayName("of a preview: that it is one")
    void preview() {
        assertThat(pretty(LOGIN.replace("}}}", "},'preview':true}}")).lines())
                .contains("created google-oauth2|1  NewUser  (preview)");
    }

    @Test
    @DisplayName("of a refused operation: one line")
    void refused() {
        Shown shown = pretty("{'show':{'user_id':'a|b'}}");

        assertThat(shown.lines())
                .containsExactly("configured google-oauth2", "refused: user_not_found: no user has that id");
        assertThat(shown.status()).isEqualTo(1);
    }

    @Test
    @DisplayName("of a user: its attributes with their owners, and the rest of its fields")
    void user() {
        Shown shown = pretty(LOGIN, "{'block':{'user_id':'google-oauth2|1'}}");

        assertThat(shown.lines().subList(6, shown.last()))
                .containsExactly(
                        "blocked google-oauth2|1",
                        "  attribute       value                 owner",
                        "  name            Ana                   google-oauth2",
                        "  nickname        a                     derived",
                        "  email           a@example.com         google-oauth2",
                        "  email_verified  false",
                        "  identities      google-oauth2 1",
                        "  user_metadata   {}",
                        "  app_metadata    {}",
                        "  blocked         true",
                        "  created_at      2026-01-01T08:00:00Z",
                        "  updated_at      2026-01-01T08:00:00Z",
                        "  last_login      2026-01-01T08:00:00Z",
                        "  logins_count    1");
    }

    @Test
    @DisplayName("of linking and unlinking: whose identities are whose")
    void identities() {
        Shown shown = pretty(
                LOGIN,
                LOGIN.replace("'1'", "'2'"),
                "{'link':{'primary':'google-oauth2|1','secondary':'google-oauth2|2'}}",
                "{'unlink':{'user_id':'google-oauth2|1','connection':'google-oauth2','subject':'2'}}");

        assertThat(shown.lines())
                .containsSubsequence(
                        "linked google-oauth2|1",
                        "  identities      google-oauth2 1, google-oauth2 2",
                        "unlinked google-oauth2|1",
                        "  identities      google-oauth2 1",
                        "  new user: google-oauth2|2");
    }

    @Test
    @DisplayName("of a deleted user: the id")
    void deleted() {
        assertThat(pretty(LOGIN, "{'delete':{'user_id':'google-oauth2|1'}}").lines())
                .last()
                .isEqualTo("deleted google-oauth2|1");
    }

    @Test
    @DisplayName("lets no claim move the cursor or forge a line, in a table, a headline or a message")
    void printable() {
        String claims = "{'id':'1\\u202e','name':'\\u001b[2Jx\\nrefused: y'}";

        String out = Shell.onoma("map", "--provider", "facebook", "--pretty")
                .in(claims)
                .out();

        assertThat(out).startsWith("facebook 1·\n").contains("  ·[2Jx·refused: y  ");
        assertThat(pretty("{'connection':{'name':'n','provider':'google','\\u001b[31m':1}}")
                        .lines())
                .last()
                .isEqualTo("refused: invalid_connection: a connection has no field \"·[31m\"");
    }

    @Test
    @DisplayName("has no colour where there is no terminal, and resets it where there is one")
    void colour() {
        assertThat(pretty().out()).isEqualTo("configured google-oauth2\n");

        System.setProperty("picocli.ansi", "true");
        try {
            assertThat(pretty().out()).isEqualTo("\u001b[1mconfigured google-oauth2\u001b[0m\n");
        } finally {
            System.clearProperty("picocli.ansi");
        }
    }
}
