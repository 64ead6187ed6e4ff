package dev.onoma.cli.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("users remap")
class RemapTest {
    private static final String ANA = "google-oauth2|1";
    private static final String NOTHING_WRITTEN = "{\"total\":2,\"changed\":0,\"refused\":0,\"applied\":false}";

    @TempDir
    Path folder;

    private String store = "";

    /** Ana's address was not believed, which was a mistake; Bob's has no flag. */
    @BeforeEach
    void twoUsers() {
        store = TestStores.h2(folder);
        Shown shown = Shell.onoma("run", "--store", store).in("""
                {'connection':{'name':'google-oauth2','provider':'google','email_trust':'never'}}
                {'login':{'connection':'google-oauth2','claims':{'sub':'1','name':'Ana','email':'ana@example.com','email_verified':true,'locale':'hr'}}}
                {'connection':{'name':'fb','provider':'facebook'}}
                {'login':{'connection':'fb','claims':{'id':'2','name':'Bob','email':'bob@example.com'}}}
                """);
        assertThat(shown.outcomes()).containsExactly("configured", "created", "configured", "created");
    }

    private Shown users(String... arguments) {
        List<String> all = new ArrayList<>(List.of("users"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--store", store));
        return Shell.onoma(all.toArray(new String[0])).run();
    }

    private String file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "file", ".txt"), Shell.json(text))
                .toString();
    }

    @Test
    @DisplayName("shows who would change by the presets of their providers, and how, and writes nothing")
    void preview() {
        Shown shown = users("remap");

        assertThat(shown.status()).isZero();
        assertThat(shown.err()).isEmpty();
        assertThat(shown.last()).isEqualTo(2);
        assertThat(shown.at(1, "user_id")).isEqualTo("'" + ANA + "'");
        assertThat(shown.decision(1, "email"))
                .startsWith("set {email:ana@example.com,email_verified:false}"
                        + " {email:ana@example.com,email_verified:true} google-oauth2");
        assertThat(shown.at(1, "warnings")).isEqualTo("[]");
        assertThat(shown.at(1, "profile_data")).isEqualTo("[]");
        assertThat(shown.lines().get(1)).isEqualTo("{\"total\":2,\"changed\":1,\"refused\":0,\"applied\":false}");
        assertThat(users("show", ANA).at(1, "email_verified")).isEqualTo("false");
    }

    @Test
    @DisplayName("with --apply carries it out, which is in the history; then there is nothing more to change")
    void applied() {
        String previewed = users("remap").lines().get(0);

        Shown shown = users("remap", "--apply");

        assertThat(shown.lines())
                .containsExactly(previewed, "{\"total\":2,\"changed\":1,\"refused\":0,\"applied\":true}");
        assertThat(users("show", ANA).at(1, "email_verified")).isEqualTo("true");
        assertThat(users("history", ANA).at(1, "type")).isEqualTo("'remap'");
        assertThat(users("history", ANA).at(1, "detail")).isEqualTo("'admin'");
        assertThat(users("remap").lines()).containsExactly(NOTHING_WRITTEN);
    }

    @Test
    @DisplayName("leaves alone what an administrator wrote")
    void owners() {
        users("edit", ANA, "--set", "name=Countess");

        users("remap", "--apply");

        assertThat(users("show", ANA).at(1, "name")).isEqualTo("'Countess'");
        assertThat(users("show", ANA).at(1, "email_verified")).isEqualTo("true");
    }

    @Test
    @DisplayName("takes one user, and one connection with its deny list, trust and sync mode")
    void one() {
        Shown denied = users(
                "remap",
                ANA,
                "--connection",
                "google-oauth2",
                "--email-trust",
                "never",
                "--deny",
                "locale",
                "--sync",
                "on_first_login",
                "--apply");

        assertThat(denied.at(1, "profile_data")).isEqualTo("['google-oauth2']");
        assertThat(denied.at(2, "total")).isEqualTo("1");
        assertThat(users("show", ANA).at(1, "identities/0/profileData/locale")).isEqualTo("absent");
        assertThat(users("show", ANA).at(1, "email_verified")).isEqualTo("false");
        assertThat(users("remap", "--connection", "fb").lines()).containsExactly(NOTHING_WRITTEN);
        assertThat(users("remap", "nobody|1").error(1)).isEqualTo("user_not_found: no user has that id");
    }

    @Test
    @DisplayName("takes connections as a scenario configures them")
    void connections() throws IOException {
        String never = file("{'connection':{'name':'google-oauth2','provider':'google','email_trust':'never'}}\n");
        String always = file("\n{'connection':{'name':'google-oauth2','provider':'google','email_trust':'always'}}");

        assertThat(users("remap", "--connections", never).lines()).containsExactly(NOTHING_WRITTEN);
        assertThat(users("remap", "--connections", always).at(1, "user_id")).isEqualTo("'" + ANA + "'");
    }

    @Test
    @DisplayName("says which line of a connections file, or of a mapping file, is wrong")
    void wrongFiles() throws IOException {
        String connections = file("{'connection':{'name':'a','provider':'google'}}\n{'show':{'user_id':'x'}}\n");
        String mapping = file("provider: acme\nroot:\n  shoes: size\n");

        Shown first = users("remap", "--connections", connections);
        Shown second = users("remap", "--connection", "a", "--mapping", mapping);

        assertThat(first.status()).isEqualTo(2);
        assertThat(first.err())
                .isEqualTo("onoma: " + connections + ", line 2: only the operation connection belongs here\n");
        assertThat(second.status()).isEqualTo(2);
        assertThat(second.err())
                .startsWith("onoma: the mapping " + mapping + " is wrong: ")
                .contains("line ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        --deny a                           ~ --provider, --mapping, --deny, --email-trust and --sync need --connection
        --connections f --connection a     ~ --connections says all of the connections, and stands alone
        --connection a --sync sometimes    ~ --sync must be a sync rule such as on_each_login
        --connection a --email-trust maybe ~ --email-trust must be from_claim, always, never, or domains such as example.com,example.org
        --connections none.jsonl           ~ cannot read the file none.jsonl: there is none
        """)
    @DisplayName("is a wrong call with options that do not go together or say nothing")
    void wrong(String options, String problem) {
        List<String> call = new ArrayList<>(List.of("remap"));
        call.addAll(List.of(options.split(" ", -1)));

        assertThat(users(call.toArray(new String[0]))).isEqualTo(new Shown(2, "", "onoma: " + problem + "\n"));
    }

    @Test
    @DisplayName("prints tables for reading")
    void pretty() {
        assertThat(users("remap", "--pretty").out())
                .startsWith(ANA + "\n")
                .contains("ana@example.com (not verified)", "ana@example.com (verified)")
                .endsWith("nothing was written: --apply carries it out\n");
    }
}
