package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The time of an operation")
class RunTimeTest {
    private static final String UNTIMED = "{'connection':{'name':'google-oauth2','provider':'google'}}";

    private static String login(String at) {
        return Lines.login("google-oauth2", "'claims':{'sub':'1'},'at':'" + at + "'");
    }

    @Test
    @DisplayName("is what it says; else the latest that the scenario has given so far, not the last")
    void latest() {
        Shown shown = Shell.scenario(
                UNTIMED, login("2026-01-02T00:00:00Z"), login("2026-01-01T00:00:00Z"), Lines.login("{'sub':'1'}"));

        assertThat(shown.at(2, "user/last_login")).isEqualTo("'2026-01-02T00:00:00Z'");
        assertThat(shown.at(3, "user/last_login")).isEqualTo("'2026-01-01T00:00:00Z'");
        assertThat(shown.at(4, "user/last_login")).isEqualTo("'2026-01-02T00:00:00Z'");
    }

    @Test
    @DisplayName("is the present where none was given, and the present does not count as given")
    void present() {
        Instant before = Instant.now().minusMillis(1);

        Shown shown = Shell.scenario(
                UNTIMED, Lines.login("{'sub':'1'}"), login("2001-01-01T00:00:00Z"), Lines.login("{'sub':'1'}"));

        assertThat(Instant.parse(shown.at(2, "user/created_at").replace("'", "")))
                .isBetween(before, Instant.now());
        assertThat(shown.at(4, "user/last_login")).isEqualTo("'2001-01-01T00:00:00Z'");
    }

    @Test
    @DisplayName("counts as given by any operation, a refused one and a preview included")
    void anyOperation() {
        Shown shown = Shell.scenario(
                "{'connection':{'name':'google-oauth2','provider':'google','at':'2026-01-01T00:00:00Z'}}",
                Lines.login("{'sub':'1'}"),
                "{'show':{'user_id':'a|b','at':'2026-01-02T00:00:00Z'}}",
                Lines.login("{'sub':'1'}"),
                Lines.login("google-oauth2", "'claims':{'sub':'1'},'preview':true,'at':'2026-01-03T00:00:00Z'"),
                Lines.login("{'sub':'1'}"));

        assertThat(shown.at(2, "user/last_login")).isEqualTo("'2026-01-01T00:00:00Z'");
        assertThat(shown.at(4, "user/last_login")).isEqualTo("'2026-01-02T00:00:00Z'");
        assertThat(shown.at(6, "user/last_login")).isEqualTo("'2026-01-03T00:00:00Z'");
    }

    @Test
    @DisplayName("may stand beside the operation's name, where the one inside goes before it")
    void beside() {
        Shown shown = Shell.scenario(
                "{'at':'2026-01-01T00:00:00Z','connection':{'name':'google-oauth2','provider':'google'}}",
                Lines.login("{'sub':'1'}"),
                "{'login':{'connection':'google-oauth2','claims':{'sub':'1'},'at':'2026-01-03T00:00:00Z'},"
                        + "'at':'2026-01-02T00:00:00Z'}");

        assertThat(shown.at(2, "user/last_login")).isEqualTo("'2026-01-01T00:00:00Z'");
        assertThat(shown.at(3, "user/last_login")).isEqualTo("'2026-01-03T00:00:00Z'");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-01-01T02:00:00+02:00, 2026-01-01T00:00:00Z",
        "2026-01-01, 2026-01-01T00:00:00Z",
        "2026-01-01T08:00, 2026-01-01T08:00:00Z",
        "2026-01-01T00:00:00.123456789Z, 2026-01-01T00:00:00.123Z"
    })
    @DisplayName("is printed in UTC, to the millisecond at most")
    void utc(String at, String printed) {
        assertThat(Shell.scenario(UNTIMED, login(at)).at(2, "user/created_at")).isEqualTo("'" + printed + "'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        'yesterday'; at must be a time in ISO 8601
        ''; at must be a time in ISO 8601
        '2026-02-30'; at must be a time in ISO 8601
        5; at must be a string, but is a number
        null; at must be a string, but is null
        """)
    @DisplayName("that is none ends the run")
    void wrong(String at, String problem) {
        Shown shown = Shell.scenario("{'show':{'user_id':'a|b','at':" + at + "}}");

        assertThat(shown).isEqualTo(new Shown(2, "", "onoma: line 1: show: " + problem + "\n"));
    }
}
