package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The operation link")
class RunLinkTest {
    private static final String ANA_LOGS_IN = Lines.login(0, "{'sub':'1','name':'Ana'}");
    private static final String IVO_LOGS_IN = ivo(0, "{'id':'5','name':'Ivo'}");

    private static String ivo(int minute, String claims) {
        return Lines.login("facebook", "'claims':" + claims + ",'at':'" + Lines.at(minute) + "'");
    }

    private static Shown linked(String primary, String secondary, String at) {
        return Shell.scenario(
                Lines.GOOGLE, Lines.FACEBOOK, ANA_LOGS_IN, IVO_LOGS_IN, Lines.link(primary, secondary, at));
    }

    @Test
    @DisplayName("L4: linked, with the primary's user and the secondary's identity behind its own")
    void letter() {
        Shown shown = linked(Lines.ANA, Lines.IVO, Lines.at(1));

        assertThat(shown.lines().get(4))
                .isEqualTo(Shell.json("{'outcome':'linked','user':{'user_id':'google-oauth2|1','name':'Ana',"
                        + "'nickname':'1','identities':[{'connection':'google-oauth2','provider':'google-oauth2',"
                        + "'user_id':'1','isSocial':true,'profileData':{'sub':'1','name':'Ana'}},"
                        + "{'connection':'facebook','provider':'facebook','user_id':'5','isSocial':true,"
                        + "'profileData':{'id':'5','name':'Ivo'}}],'user_metadata':{},'app_metadata':{},"
                        + "'blocked':false,'created_at':'2026-01-01T08:00:00Z','updated_at':'2026-01-01T08:01:00Z',"
                        + "'last_login':'2026-01-01T08:00:00Z','logins_count':1,"
                        + "'owners':{'name':'google-oauth2','nickname':'derived'}}}"));
        assertThat(shown.status()).isZero();
    }

    @Test
    @DisplayName("L4: the scenario names the primary")
    void primary() {
        assertThat(linked(Lines.IVO, Lines.ANA, Lines.at(1)).at(5, "user/user_id"))
                .isEqualTo("'facebook|5'");
    }

    @Test
    @DisplayName("L4 S6: afterwards both identities are one user, and only the primary one writes root attributes")
    void afterwards() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                Lines.FACEBOOK,
                ANA_LOGS_IN,
                IVO_LOGS_IN,
                Lines.link(Lines.ANA, Lines.IVO, Lines.at(1)),
                Lines.on("show", Lines.IVO),
                ivo(2, "{'id':'5','name':'Ivo H.'}"));

        assertThat(shown.error(6)).isEqualTo("user_not_found: no user has that id");
        assertThat(shown.at(7, "user_id")).isEqualTo("'google-oauth2|1'");
        assertThat(shown.decision(7, "name")).isEqualTo("kept Ana Ana google-oauth2 S6");
        assertThat(shown.at(7, "user/identities/1/profileData")).isEqualTo("{'id':'5','name':'Ivo H.'}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-01-01T08:10:00Z, absent",
        "2026-01-01T08:10:00.001Z, login_not_recent",
        "2026-01-01T07:00:00Z, login_not_recent"
    })
    @DisplayName("L4: both logins are of the last ten minutes")
    void tenMinutes(String at, String code) {
        assertThat(linked(Lines.ANA, Lines.IVO, at).at(5, "error/code").replace("'", ""))
                .isEqualTo(code);
    }

    @Test
    @DisplayName("L4: a login serves one link only")
    void once() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                Lines.FACEBOOK,
                ANA_LOGS_IN,
                IVO_LOGS_IN,
                Lines.link(Lines.ANA, Lines.IVO, Lines.at(1)),
                Lines.unlink(Lines.ANA, "facebook", "5"),
                Lines.link(Lines.ANA, Lines.IVO, Lines.at(1)));

        assertThat(shown.error(7))
                .isEqualTo("login_not_recent: linking needs a login of both users within 10 minutes,"
                        + " neither used for linking before");
    }

    @Test
    @DisplayName("L4: of several logins the latest counts")
    void latestLogin() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                Lines.FACEBOOK,
                ANA_LOGS_IN,
                IVO_LOGS_IN,
                Lines.login(30, "{'sub':'1','name':'Ana'}"),
                ivo(30, "{'id':'5','name':'Ivo'}"),
                Lines.link(Lines.ANA, Lines.IVO, Lines.at(31)));

        assertThat(shown.at(7, "outcome")).isEqualTo("'linked'");
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "google-oauth2|1, google-oauth2|1, same_user",
        "google-oauth2|1, facebook|6, user_not_found",
        "facebook|6, google-oauth2|1, user_not_found",
        "google-oauth2|1, '', user_not_found",
        "'', '', user_not_found"
    })
    @DisplayName("two users that are known, and not the same")
    void twoUsers(String primary, String secondary, String code) {
        assertThat(linked(primary, secondary, Lines.at(1)).at(5, "error/code")).isEqualTo("'" + code + "'");
    }

    @Test
    @DisplayName("L3: link automatic links at the login, where both connections are trusted for it")
    void automatic() {
        String trusted = "'link':'automatic','link_trusted':true";
        String address = "'email':'a@example.com','email_verified':true}";

        Shown shown = Shell.scenario(
                Lines.google(trusted),
                Lines.connection("oidc", "oidc", trusted),
                Lines.login("{'sub':'1'," + address),
                Lines.login("oidc", "'claims':{'sub':'9'," + address));

        assertThat(shown.at(3, "link/decision")).isEqualTo("'NewUser'");
        assertThat(shown.at(4, "link/decision")).isEqualTo("'LinkAllowed'");
        assertThat(shown.at(4, "user_id")).isEqualTo("'google-oauth2|1'");
        assertThat(shown.at(4, "outcome")).isEqualTo("'updated'");
    }

    @Test
    @DisplayName("L2: link propose makes a user, and its candidates are masked the same way each time")
    void propose() {
        String address = "'email':'a@example.com','email_verified':true}";
        String[] lines = {
            Lines.GOOGLE,
            Lines.connection("oidc", "oidc", "'link':'propose'"),
            Lines.login("{'sub':'1'," + address),
            Lines.login("oidc", "'claims':{'sub':'9'," + address)
        };

        Shown shown = Shell.scenario(lines);

        assertThat(shown.at(4, "link/decision")).isEqualTo("'LinkProposed'");
        assertThat(shown.at(4, "outcome")).isEqualTo("'created'");
        assertThat(shown.at(4, "link")).doesNotContain("google-oauth2|1", "a@example.com");
        assertThat(Shell.scenario(lines)).isEqualTo(shown);
    }
}
