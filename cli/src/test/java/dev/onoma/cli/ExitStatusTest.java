package dev.onoma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The exit status")
class ExitStatusTest {
    private static final String LOGIN = """
            {'connection':{'name':'google-oauth2','provider':'google'}}
            {'login':{'connection':'google-oauth2','claims':{'sub':'1'}}}
            """;

    @Test
    @DisplayName("is 0 when all went well, with nothing on standard error")
    void fine() {
        Shown mapped = Shell.map("google", "{'sub':'1'}{'sub':'2','name':5}");
        Shown ran = Shell.onoma("run").in(LOGIN);

        assertThat(mapped.status()).isZero();
        assertThat(mapped.err()).isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    @DisplayName("is 1 when something was refused, wherever it stood, with nothing on standard error")
    void refused() {
        Shown mapped = Shell.map("google", "{'sub':''}{'sub':'2'}");
        Shown ran = Shell.onoma("run").in("{'show':{'user_id':'a|b'}}\n" + LOGIN);

        assertThat(mapped.status()).isEqualTo(1);
        assertThat(mapped.err()).isEmpty();
        assertThat(mapped.lines()).hasSize(2);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.lines()).hasSize(3);
    }

    @ParameterizedTest(name = "onoma {0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', nullValues = "none", textBlock = """
        frob; unknown command "frob": known are map, run, users, provider (see onoma --help)
        frob --bar; unknown command "frob": known are map, run, users, provider (see onoma --help)
        provider old; unknown command "old": known are new (see onoma provider --help)
        users; Missing required subcommand (see onoma users --help)
        --frob; Unknown option: '--frob' (see onoma --help)
        map; either --provider or --mapping is needed (see onoma map --help)
        map --provider google --mapping acme.yaml; either --provider or --mapping is needed (see onoma map --help)
        map --mapping none.yaml; cannot read the file none.yaml: there is none
        map --provider google --frob; Unknown option: '--frob' (see onoma map --help)
        map --provider; Missing required parameter for option '--provider' (P) (see onoma map --help)
        map --provider myspace; unknown provider "myspace": known are google, google-oauth2, facebook, github, discord, microsoft, apple, linkedin, database, oidc
        map --provider google none.json; cannot read the file none.json: there is none
        run none.jsonl; cannot read the file none.jsonl: there is none
        run a b; Unmatched argument at index 2: 'b' (see onoma run --help)
        run --store nowhere; --store must be a JDBC URL of H2 or PostgreSQL, such as jdbc:h2:file:./users
        """)
    @DisplayName("is 2 when the call was wrong, with exactly one line on standard error and none on standard output")
    void wrongCall(String call, String complaint) {
        assertThat(Shell.onoma(call.split(" ", -1)).run()).isEqualTo(new Shown(2, "", "onoma: " + complaint + "\n"));
    }

    @Test
    @DisplayName("is 2 without a command")
    void noCommand() {
        assertThat(Shell.onoma().run())
                .isEqualTo(new Shown(
                        2, "", "onoma: a command is needed, map, run, users or provider (see onoma --help)\n"));
    }

    @Test
    @DisplayName("is 2 when a line of a scenario was wrong, also after a refusal")
    void wrongInput() {
        Shown shown = Shell.onoma("run").in("{'show':{'user_id':'a|b'}}\nnope\n");

        assertThat(shown.status()).isEqualTo(2);
        assertThat(shown.err()).isEqualTo("onoma: line 2: not a JSON object\n");
        assertThat(shown.lines()).hasSize(1);
    }

    @Test
    @DisplayName("what is wrong with the call is told in one line, whatever is in the arguments")
    void oneLine() {
        Shown shown = Shell.onoma("map", "--provider", "a\nb\r\nc\u001b[31m\u2028d\u202ee")
                .run();

        assertThat(shown.err())
                .startsWith("onoma: unknown provider \"a b c·[31m d·e\"")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "map --help", "run --help", "--version"})
    @DisplayName("is 0 for help, which goes to standard output")
    void help(String call) {
        Shown shown = Shell.onoma(call.split(" ", -1)).run();

        assertThat(shown.status()).isZero();
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out()).contains("onoma").endsWith("\n");
    }
}
