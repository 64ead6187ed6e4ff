package dev.onoma.cli.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("onoma map --check")
class MapCheckTest {
    private static final String PASSES = """
            {"about": "A name.", "source": "https://example.org/", "document": {"sub": "1", "name": "Ana"},
             "expected": {"subject": "1", "root": {"name": "Ana", "nickname": "1"}, "derived": ["nickname"],
                          "profileData": {"sub": "1", "name": "Ana"}, "warnings": []}}
            """;

    @TempDir
    private Path folder;

    private String passes = "";
    private String fails = "";

    @BeforeEach
    void fixtures() throws IOException {
        passes = Files.writeString(folder.resolve("a.json"), PASSES).toString();
        fails = Files.writeString(
                        folder.resolve("b.json"),
                        PASSES.replace(
                                "\"root\": {\"name\": \"Ana\"", "\"root\": {\"name\": \"Eve\", \"picture\": \"x\""))
                .toString();
    }

    private static Shown check(String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"map", "--provider", "google", "--check"}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return Shell.onoma(all).run();
    }

    @Test
    @DisplayName("prints one line for each fixture, and all went well when all passed")
    void passed() {
        assertThat(check(passes, passes))
                .isEqualTo(new Shown(0, Shell.json("{'fixture':'" + passes + "','outcome':'passed'}\n"), ""));
    }

    @Test
    @DisplayName("tells each difference of a fixture that fails, and goes on with the next")
    void failed() {
        assertThat(check(fails, passes))
                .isEqualTo(new Shown(
                        1,
                        Shell.json("{'fixture':'" + fails + "','outcome':'failed','differences':["
                                        + "{'path':'root.name','expected':'#Eve#','actual':'#Ana#'},"
                                        + "{'path':'root.picture','expected':'#x#'}]}\n"
                                        + "{'fixture':'" + passes + "','outcome':'passed'}\n")
                                .replace("#", "\\\""),
                        ""));
    }

    @Test
    @DisplayName("takes a folder for all fixtures in it")
    void folders() {
        Shown shown = check(folder.toString());

        assertThat(shown.status()).isEqualTo(1);
        assertThat(shown.lines()).hasSize(2);
    }

    @Test
    @DisplayName("with --explain says of what failed how it came about")
    void explained() {
        Shown shown = check("--explain", folder.toString());

        assertThat(shown.lines().get(0)).doesNotContain("explanation");
        assertThat(shown.at(2, "explanation")).startsWith("[{'attribute':'name','state':'value',");
    }

    @Test
    @DisplayName("with --pretty is for reading")
    void pretty() {
        assertThat(check("--pretty", passes, fails).out()).isEqualTo("""
                passed  %s
                failed  %s
                  root.name: expected "Eve", but was "Ana"
                  root.picture: expected "x", but was nothing
                """.formatted(passes, fails));
        assertThat(check("--pretty", "--explain", fails).out())
                .contains("\n  attribute     from ")
                .contains("\n  name          name of userinfo_response\n")
                .contains("\n  nickname      not mapped, derived from subject\n");
    }

    @Test
    @DisplayName("reads all fixtures before it runs one: an unreadable one is a wrong call, which names the member")
    void unreadable() throws IOException {
        String misspelled = Files.writeString(folder.resolve("c.json"), PASSES.replace("about", "abuot"))
                .toString();

        assertThat(check(passes, misspelled))
                .isEqualTo(new Shown(2, "", "onoma: fixture " + misspelled + ": there is no member \"abuot\"\n"));
    }

    @Test
    @DisplayName("finds settings that no connection can have before it runs a fixture")
    void settings() throws IOException {
        String blank = Files.writeString(
                        folder.resolve("c.json"),
                        PASSES.replace("\"document\"", "\"connection\": {\"deny\": [\" \"]}, \"document\""))
                .toString();

        assertThat(check(passes, blank))
                .isEqualTo(new Shown(2, "", "onoma: fixture " + blank + ": a denied claim must have a name\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
        --check;                       --check needs fixtures: files, or folders of them
        --check --deny a f.json;       --check takes --deny and --email-trust from the fixtures
        --check --email-trust never f; --check takes --deny and --email-trust from the fixtures
        --check none.json;             cannot read the file none.json: there is none
        """)
    @DisplayName("is a wrong call without fixtures, and with settings of another kind")
    void wrongCalls(String call, String complaint) {
        String[] arguments = ("map --provider google " + call).split(" ", -1);

        assertThat(Shell.onoma(arguments).run()).isEqualTo(new Shown(2, "", "onoma: " + complaint + "\n"));
    }

    @Test
    @DisplayName("is a wrong call with a folder that holds no fixture")
    void emptyFolder() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(check(empty.toString()))
                .isEqualTo(new Shown(2, "", "onoma: there is no fixture in the folder " + empty + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "facebook", "database", "oidc"})
    @DisplayName("passes with the fixtures of our own providers")
    void ownProviders(String provider) {
        Shown shown = Shell.onoma(
                        "map",
                        "--provider",
                        provider,
                        "--check",
                        "../providers-" + provider + "/src/test/resources/fixtures")
                .run();

        assertThat(shown.out()).doesNotContain("failed");
        assertThat(shown.status()).isZero();
        assertThat(shown.lines()).hasSizeGreaterThan(5);
    }

    @Test
    @DisplayName("checks a mapping file as well")
    void mapping() {
        Shown shown = Shell.onoma(
                        "map",
                        "--mapping",
                        "../examples/mappings/acme.yaml",
                        "--check",
                        "../examples/mappings/fixtures")
                .run();

        assertThat(shown.out()).doesNotContain("failed");
        assertThat(shown.status()).isZero();
        assertThat(shown.lines()).hasSize(2);
    }
}
