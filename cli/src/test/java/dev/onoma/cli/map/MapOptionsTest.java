package dev.onoma.cli.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The options of onoma map")
class MapOptionsTest {
    @Test
    @DisplayName("--connection names the connection, and not the provider")
    void connection() {
        Shown shown =
                Shell.onoma("map", "--provider", "oidc", "--connection", "corp").in("{'sub':'1'}");

        assertThat(shown.at(1, "connection")).isEqualTo("'corp'");
        assertThat(shown.at(1, "provider")).isEqualTo("'oidc'");
    }

    @Test
    @DisplayName("M9: --deny, repeatable, leaves a claim out everywhere and lets no value be derived from it")
    void deny() {
        Shown shown = Shell.onoma("map", "--provider", "google", "--deny", "email", "--deny", "hd")
                .in("{'sub':'1','name':'N','email':'a@example.com','hd':'example.com'}");

        assertThat(shown.at(1, "root")).isEqualTo("{'name':'N','nickname':'1'}");
        assertThat(shown.at(1, "profileData")).isEqualTo("{'sub':'1','name':'N'}");
    }

    @Test
    @DisplayName("M9: a denied subject still says who it is, and appears nowhere else")
    void denySubject() {
        Shown shown =
                Shell.onoma("map", "--provider", "google", "--deny", "sub").in("{'sub':'1'}");

        assertThat(shown.lines())
                .containsExactly(Shell.json("{'connection':'google-oauth2','provider':'google-oauth2','subject':'1',"
                        + "'root':{},'derived':[],'profileData':{},'warnings':[]}"));
    }

    @Test
    @DisplayName("M9: a claim is denied as the provider spells it")
    void denySpelling() {
        Shown shown =
                Shell.onoma("map", "--provider", "google", "--deny", "Email").in("{'sub':'1','email':'a@b.example'}");

        assertThat(shown.at(1, "profileData")).isEqualTo("{'sub':'1','email':'a@b.example'}");
    }

    @ParameterizedTest(name = "{0} of {1} said to be {2}: {3}")
    @CsvSource({
        "from_claim, a@example.com, null, false",
        "from_claim, a@example.com, true, true",
        "always, a@example.com, null, true",
        "always, a@example.com, false, false",
        "never, a@example.com, true, false",
        "never, a@example.com, null, false",
        "'example.org,example.com', a@EXAMPLE.com, null, true",
        "'example.org,example.com', a@example.com, false, false",
        "'example.org,example.com', a@sub.example.com, true, false",
        "example.org, a@example.com, true, false",
        "bücher.example, a@xn--bcher-kva.example, null, true",
    })
    @DisplayName("M4: --email-trust")
    void emailTrust(String trust, String address, String said, String verified) {
        Shown shown = Shell.onoma("map", "--provider", "google", "--email-trust", trust)
                .in("{'sub':'1','email':'" + address + "','email_verified':" + said + "}");

        assertThat(shown.at(1, "root/email_verified")).isEqualTo(verified);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        --email-trust; bogus; --email-trust must be from_claim, always, never, or domains such as example.com,example.org
        --email-trust; example.com,; --email-trust must be from_claim, always, never, or domains such as example.com,example.org
        --email-trust; ``; --email-trust must be from_claim, always, never, or domains such as example.com,example.org
        --connection; a|b; connection name must be 1 to 128 characters without | and without white space or control characters
        --connection; ``; connection name must be 1 to 128 characters without | and without white space or control characters
        --connection; user; connection name must not be "user", which names another owner of attributes
        --deny; ``; a denied claim must have a name
        """)
    @DisplayName("a wrong option is a wrong call, before anything is read")
    void wrong(String option, String value, String complaint) {
        Shown shown = Shell.onoma("map", "--provider", "google", option, value).in("{'sub':'1'}");

        assertThat(shown).isEqualTo(new Shown(2, "", "onoma: " + complaint + "\n"));
    }

    @Test
    @DisplayName("a claim whose name begins with @ is a claim, also where a file of that name is at hand")
    void atSign(@TempDir Path folder) throws IOException {
        String claim = "@" + Files.writeString(folder.resolve("type"), "--pretty");

        Shown shown =
                Shell.onoma("map", "--provider", "google", "--deny", claim).in("{'sub':'1','" + claim + "':'x'}");

        assertThat(shown.at(1, "profileData")).isEqualTo("{'sub':'1'}");
    }

    @Test
    @DisplayName("an unknown provider is a wrong call, which names the known ones")
    void unknownProvider() {
        Shown shown = Shell.map("myspace", "{'sub':'1'}");

        assertThat(shown)
                .isEqualTo(
                        new Shown(
                                2,
                                "",
                                "onoma: unknown provider \"myspace\": known are google, google-oauth2, facebook, github, discord, microsoft, apple, linkedin, database, oidc\n"));
    }
}
