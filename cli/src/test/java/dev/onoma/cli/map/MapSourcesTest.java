package dev.onoma.cli.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The two sources of an OpenID Connect login in one document of onoma map")
class MapSourcesTest {
    @Test
    @DisplayName("M11: id_token comes before userinfo, in root and in profileData")
    void order() {
        Shown shown = Shell.map(
                "oidc",
                "{'userinfo':{'sub':'1','name':'U','given_name':'G','locale':'hr'},'id_token':{'sub':'1','name':'T'}}");

        assertThat(shown.at(1, "root/name")).isEqualTo("'T'");
        assertThat(shown.at(1, "root/given_name")).isEqualTo("'G'");
        assertThat(shown.at(1, "profileData")).isEqualTo("{'sub':'1','name':'T','given_name':'G','locale':'hr'}");
    }

    @Test
    @DisplayName("M4: address and flag are from one source")
    void pair() {
        Shown shown = Shell.map(
                "oidc",
                "{'id_token':{'sub':'1','email':'a@example.com'},"
                        + "'userinfo':{'sub':'1','email':'a@example.com','email_verified':true}}");

        assertThat(shown.at(1, "root/email_verified")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id_token':{'sub':'1'}}", "{'userinfo':{'sub':'1'}}"})
    @DisplayName("one of them alone is enough")
    void alone(String document) {
        assertThat(Shell.map("oidc", document).at(1, "subject")).isEqualTo("'1'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'sub':'2'}", "{'name':'x'}", "{'sub':' 1'}"})
    @DisplayName("M5: their subjects must be equal, and a missing one is not")
    void mismatch(String userinfo) {
        Shown shown = Shell.map("oidc", "{'id_token':{'sub':'1'},'userinfo':" + userinfo + "}");

        assertThat(shown.error(1)).isEqualTo("subject_mismatch: claim \"sub\" must be the same in every source");
        assertThat(shown.status()).isEqualTo(1);
    }

    @Test
    @DisplayName("Google's older userinfo without a sub is no match for its id_token")
    void olderUserinfo() {
        Shown shown = Shell.map("google", "{'id_token':{'sub':'1'},'userinfo':{'id':'1'}}");

        assertThat(shown.error(1)).startsWith("subject_mismatch: ");
    }

    @Test
    @DisplayName("a document with other members is claims like any other")
    void noWrapper() {
        Shown shown = Shell.map("oidc", "{'id_token':{'sub':'1'},'userinfo':{'sub':'1'},'other':1}");

        assertThat(shown.error(1)).isEqualTo("missing_subject: claim \"sub\" is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'id_token':'eyJ'}                        | string
            {'id_token':'eyJ','userinfo':{'sub':'1'}} | string
            {'id_token':{'sub':'1'},'userinfo':null}  | null
            {'id_token':{'sub':'1'},'userinfo':[]}    | array
            """)
    @DisplayName("a source that is no object, such as a token that nobody decoded, is refused as such")
    void noObject(String document, String found) {
        Shown shown = Shell.map("oidc", document);

        assertThat(shown.error(1))
                .startsWith("invalid_claims: the document must be a JSON object, but is ")
                .endsWith(found);
        assertThat(shown.status()).isEqualTo(1);
    }

    @Test
    @DisplayName("a provider's error in place of a source is the provider's error")
    void error() {
        assertThat(Shell.map("facebook", "{'userinfo':false}").error(1)).startsWith("provider_error: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id_token':{'sub':'1'},'userinfo':{'sub':'1','a':1,'a':2}}",
                "{'id_token':{'sub':'1'},'id_token':{'sub':'1'}}"
            })
    @DisplayName("a duplicate name is refused, inside and outside")
    void duplicate(String document) {
        assertThat(Shell.map("oidc", document).error(1))
                .startsWith("invalid_claims: the document has a name twice in one object (line 1, column ");
    }

    @Test
    @DisplayName("a database record has columns of that name, not sources")
    void database() {
        Shown shown = Shell.map("database", "{'id_token':{'user_id':'1'},'userinfo':{'user_id':'1'}}");

        assertThat(shown.error(1)).isEqualTo("missing_subject: claim \"user_id\" is missing");
    }
}
