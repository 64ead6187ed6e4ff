package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The operations block, unblock, delete and show")
class RunBlockDeleteTest {
    private static final String LOGIN = Lines.login("{'sub':'1','name':'Ana'}");
    private static final String BLOCK = Lines.on("block", Lines.ANA);
    private static final String UNBLOCK = Lines.on("unblock", Lines.ANA);
    private static final String DELETE = Lines.on("delete", Lines.ANA);

    @Test
    @DisplayName("blocked, unblocked and found come with the user, deleted with the id")
    void outcomes() {
        Shown shown = Shell.scenario(Lines.GOOGLE, LOGIN, BLOCK, UNBLOCK, Lines.show(), DELETE);

        assertThat(shown.outcomes())
                .containsExactly("configured", "created", "blocked", "unblocked", "found", "deleted");
        assertThat(shown.json(3).names()).containsExactly("outcome", "user");
        assertThat(shown.at(3, "user/blocked")).isEqualTo("true");
        assertThat(shown.at(4, "user/blocked")).isEqualTo("false");
        assertThat(shown.json(5).names()).containsExactly("outcome", "user");
        assertThat(shown.at(5, "user")).isEqualTo(shown.at(4, "user"));
        assertThat(shown.lines().get(5)).isEqualTo(Shell.json("{'outcome':'deleted','user_id':'google-oauth2|1'}"));
        assertThat(shown.status()).isZero();
    }

    @Test
    @DisplayName("S9: a blocked user's login is refused, and counts")
    void blockedLogin() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                LOGIN,
                BLOCK,
                Lines.login(
                        "google-oauth2",
                        "'claims':{'sub':'1','name':'Bea'},'ip':'203.0.113.9','at':'" + Lines.at(3) + "'"),
                Lines.show());

        assertThat(shown.lines().get(3))
                .isEqualTo(Shell.json(
                        "{'outcome':'refused','error':{'code':'user_blocked','message':'the user is blocked'}}"));
        assertThat(shown.at(5, "user/logins_count")).isEqualTo("2");
        assertThat(shown.at(5, "user/last_login")).isEqualTo("'2026-01-01T08:03:00Z'");
        assertThat(shown.at(5, "user/last_ip")).isEqualTo("'203.0.113.9'");
        assertThat(shown.at(5, "user/updated_at")).isEqualTo("'2026-01-01T08:00:00Z'");
        assertThat(shown.at(5, "user/name")).isEqualTo("'Ana'");
        assertThat(shown.status()).isEqualTo(1);
    }

    @Test
    @DisplayName("blocking twice is blocking once")
    void twice() {
        Shown shown = Shell.scenario(Lines.GOOGLE, LOGIN, BLOCK, BLOCK);

        assertThat(shown.json(4)).isEqualTo(shown.json(3));
    }

    @Test
    @DisplayName("L7: a deleted user is gone, and the next login makes a fresh one")
    void deleted() {
        Shown shown =
                Shell.scenario(Lines.GOOGLE, LOGIN, Lines.edit("'user_metadata':{'a':1}"), DELETE, Lines.show(), LOGIN);

        assertThat(shown.error(5)).isEqualTo("user_not_found: no user has that id");
        assertThat(shown.at(6, "outcome")).isEqualTo("'created'");
        assertThat(shown.at(6, "user/user_metadata")).isEqualTo("{}");
        assertThat(shown.at(6, "user/logins_count")).isEqualTo("1");
    }

    @Test
    @DisplayName("L7: deleted while blocked, the identity stays refused until the id is unblocked")
    void tombstone() {
        Shown shown = Shell.scenario(Lines.GOOGLE, LOGIN, BLOCK, DELETE, LOGIN, Lines.show(), UNBLOCK, UNBLOCK, LOGIN);

        assertThat(shown.error(5)).isEqualTo("user_blocked: the user was deleted while blocked");
        assertThat(shown.error(6)).isEqualTo("user_not_found: no user has that id");
        assertThat(shown.lines().get(6)).isEqualTo(Shell.json("{'outcome':'unblocked','user_id':'google-oauth2|1'}"));
        assertThat(shown.error(8)).isEqualTo("user_not_found: no user has that id");
        assertThat(shown.at(9, "outcome")).isEqualTo("'created'");
    }

    @ParameterizedTest
    @CsvSource({"block", "unblock", "delete", "show"})
    @DisplayName("of nobody, or by an id that nobody can have, they are user_not_found")
    void nobody(String operation) {
        Shown shown = Shell.scenario(
                Lines.on(operation, "google-oauth2|77"), Lines.on(operation, ""), Lines.on(operation, "no id"));

        assertThat(shown.lines())
                .hasSize(3)
                .containsOnly(Shell.json("{'outcome':'refused','error':{'code':'user_not_found',"
                        + "'message':'no user has that id'}}"));
        assertThat(shown.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "unblock", "delete", "show"})
    @DisplayName("they take a user_id and nothing else")
    void fields(String operation) {
        assertThat(Shell.scenario("{'" + operation + "':{}}").err())
                .isEqualTo(Shell.json("onoma: line 1: " + operation + " needs a field 'user_id'\n"));
        assertThat(Shell.scenario("{'" + operation + "':{'user_id':'a|b','reason':'x'}}")
                        .err())
                .isEqualTo(Shell.json("onoma: line 1: " + operation + " has no field 'reason'\n"));
        assertThat(Shell.scenario("{'" + operation + "':{'user_id':null}}").err())
                .isEqualTo("onoma: line 1: " + operation + ": user_id must be a string, but is null\n");
    }
}
