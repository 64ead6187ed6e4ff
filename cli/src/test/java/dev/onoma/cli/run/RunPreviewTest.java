package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A preview of a login")
class RunPreviewTest {
    @Test
    @DisplayName("prints what the login then prints, and that it is a preview")
    void same() {
        String claims = "{'sub':'1','name':'Ana','email':'a@example.com'}";

        Shown shown = Shell.scenario(Lines.GOOGLE, Lines.preview(claims), Lines.login(claims));

        assertThat(shown.at(2, "preview")).isEqualTo("true");
        assertThat(shown.json(2).without("preview")).isEqualTo(shown.json(3));
        assertThat(shown.at(3, "preview")).isEqualTo("absent");
    }

    @Test
    @DisplayName("writes nothing and counts nothing")
    void writesNothing() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                Lines.preview("{'sub':'1'}"),
                Lines.show(),
                Lines.login("{'sub':'1','name':'Ana'}"),
                Lines.show(),
                Lines.preview("{'sub':'1','name':'Bea'}"),
                Lines.show());

        assertThat(shown.error(3)).isEqualTo("user_not_found: no user has that id");
        assertThat(shown.at(6, "outcome")).isEqualTo("'updated'");
        assertThat(shown.at(6, "user/logins_count")).isEqualTo("2");
        assertThat(shown.json(7)).isEqualTo(shown.json(5));
    }

    @Test
    @DisplayName("a refused one says so, and that it is a preview")
    void refused() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                Lines.preview("{'sub':''}"),
                Lines.login("oidc", "'claims':{'sub':'1'},'preview':true"),
                Lines.login("{'sub':'1'}"),
                Lines.on("block", Lines.ANA),
                Lines.preview("{'sub':'1'}"),
                Lines.show());

        assertThat(shown.at(2, "error/code")).isEqualTo("'missing_subject'");
        assertThat(shown.lines().get(2))
                .isEqualTo(Shell.json("{'outcome':'refused','error':{'code':'unknown_connection',"
                        + "'message':'no connection of that name'},'preview':true}"));
        assertThat(shown.at(6, "error/code")).isEqualTo("'user_blocked'");
        assertThat(shown.at(6, "preview")).isEqualTo("true");
        assertThat(shown.at(7, "user/logins_count")).isEqualTo("1");
        assertThat(shown.status()).isEqualTo(1);
    }

    @Test
    @DisplayName("L4: proves no login that linking could use")
    void noProof() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                Lines.FACEBOOK,
                Lines.login(0, "{'sub':'1'}"),
                Lines.login("facebook", "'claims':{'id':'5'}"),
                Lines.login("google-oauth2", "'claims':{'sub':'1'},'preview':true,'at':'" + Lines.at(15) + "'"),
                Lines.login("facebook", "'claims':{'id':'5'}"),
                Lines.link(Lines.ANA, Lines.IVO, Lines.at(15)));

        assertThat(shown.at(7, "error/code")).isEqualTo("'login_not_recent'");
    }
}
