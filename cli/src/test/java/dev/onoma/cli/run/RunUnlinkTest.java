package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The operation unlink")
class RunUnlinkTest {
    /** A scenario in which Ana's user has Ivo's identity as well; its results are the first five lines. */
    private static Shown linkedThen(String... lines) {
        List<String> all = new ArrayList<>(List.of(
                Lines.GOOGLE,
                Lines.FACEBOOK,
                Lines.login("{'sub':'1','name':'Ana'}"),
                Lines.login("facebook", "'claims':{'id':'5','name':'Ivo'}"),
                Lines.link(Lines.ANA, Lines.IVO, Lines.at(1))));
        all.addAll(Arrays.asList(lines));
        return Shell.scenario(all.toArray(new String[0]));
    }

    @Test
    @DisplayName("L4: unlinked, with the user and a fresh one of the identity's claims, its counters at zero")
    void letter() {
        Shown shown = linkedThen(Lines.edit("'user_metadata':{'a':1}"), Lines.unlink(Lines.ANA, "facebook", "5"));

        assertThat(shown.json(7).names()).containsExactly("outcome", "user", "new_user");
        assertThat(shown.at(7, "outcome")).isEqualTo("'unlinked'");
        assertThat(shown.at(7, "user/identities/0/user_id")).isEqualTo("'1'");
        assertThat(shown.at(7, "user/user_metadata")).isEqualTo("{'a':1}");
        assertThat(shown.at(7, "new_user"))
                .isEqualTo("{'user_id':'facebook|5','name':'Ivo','nickname':'5','identities':[{'connection':'facebook',"
                        + "'provider':'facebook','user_id':'5','isSocial':true,"
                        + "'profileData':{'id':'5','name':'Ivo'}}],'user_metadata':{},'app_metadata':{},"
                        + "'blocked':false,'created_at':'2026-01-01T08:01:00Z','updated_at':'2026-01-01T08:01:00Z',"
                        + "'logins_count':0,'owners':{'name':'facebook','nickname':'derived'}}");
        assertThat(shown.status()).isZero();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "google-oauth2|1, google-oauth2, 1, primary_identity",
        "google-oauth2|1, facebook, 6, identity_not_found",
        "google-oauth2|1, oidc, 5, identity_not_found",
        "google-oauth2|1, a|b, 5, identity_not_found",
        "google-oauth2|1, '', '', identity_not_found",
        "facebook|5, facebook, 5, user_not_found",
        "'', facebook, 5, user_not_found"
    })
    @DisplayName("L4: only an identity of that user that is not the primary one")
    void refused(String userId, String connection, String subject, String code) {
        Shown shown = linkedThen(Lines.unlink(userId, connection, subject), Lines.show());

        assertThat(shown.at(6, "error/code")).isEqualTo("'" + code + "'");
        assertThat(shown.at(7, "user")).isEqualTo(shown.at(5, "user"));
    }

    @Test
    @DisplayName("L4: the only identity stays")
    void lastIdentity() {
        Shown shown =
                linkedThen(Lines.unlink(Lines.ANA, "facebook", "5"), Lines.unlink(Lines.ANA, "google-oauth2", "1"));

        assertThat(shown.error(7)).isEqualTo("last_identity: a user's only identity cannot be unlinked");
    }

    @Test
    @DisplayName("needs user_id, connection and subject")
    void fields() {
        assertThat(linkedThen("{'unlink':{'user_id':'google-oauth2|1','connection':'facebook'}}")
                        .err())
                .isEqualTo("onoma: line 6: unlink needs a field \"subject\"\n");
        assertThat(linkedThen("{'unlink':{'user_id':'google-oauth2|1','identity':'facebook|5'}}")
                        .err())
                .isEqualTo("onoma: line 6: unlink has no field \"identity\"\n");
    }
}
