package dev.onoma.cli.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The documents of onoma map")
class MapDocumentsTest {
    @TempDir
    Path folder;

    private static List<String> subjects(Shown shown) {
        List<String> subjects = new ArrayList<>();
        for (int line = 1; line <= shown.last(); line++) {
            subjects.add(shown.json(line).has("error") ? shown.error(line) : shown.at(line, "subject"));
        }
        return subjects;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), Shell.json(text)).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\r\n", "\n\n \t"})
    @DisplayName("several may follow each other, with any white space between them or none")
    void several(String between) {
        Shown shown = Shell.map("google", "{'sub':'1'}" + between + "{'sub':'2'}" + between + "{'sub':'3'}" + between);

        assertThat(subjects(shown)).containsExactly("'1'", "'2'", "'3'");
        assertThat(shown.status()).isZero();
    }

    @Test
    @DisplayName("a document may take several lines")
    void severalLines() {
        Shown shown = Shell.map("google", "{\n  'sub':\n  '1'\n}\n{\n  'sub': '2'\n}\n");

        assertThat(subjects(shown)).containsExactly("'1'", "'2'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello world", "{'sub':'2'", "{'sub':'2',}", "{'sub':'2'\n 'name':'x'}", "{\"}\n", "]", "'"})
    @DisplayName("a broken one is refused in its place, and the next line that begins with a brace is the next one")
    void broken(String broken) {
        Shown shown = Shell.map("google", "{'sub':'1'}\n" + broken + "\n{'sub':'3'}\n");

        List<String> subjects = subjects(shown);
        assertThat(subjects).hasSize(3).startsWith("'1'").endsWith("'3'");
        assertThat(subjects.get(1)).startsWith("invalid_claims: the document is not JSON (line ");
        assertThat(shown.status()).isEqualTo(1);
        assertThat(shown.err()).isEmpty();
    }

    @Test
    @DisplayName("refused ones between good ones leave the good ones as they are")
    void refused() {
        Shown shown =
                Shell.map("facebook", "{'id':'1'}\nfalse\n{'id':'2'}\n{'name':'x'}\n{'id':'3','id':'3'}\n{'id':'4'}\n");

        assertThat(subjects(shown))
                .extracting(subject -> subject.replaceFirst(": .*", ""))
                .containsExactly("'1'", "provider_error", "'2'", "missing_subject", "invalid_claims", "'4'");
        assertThat(shown.status()).isEqualTo(1);
    }

    @Test
    @DisplayName("one that never stops opening brackets does not swallow the next")
    void bottomless() {
        Shown shown = Shell.map("google", "{'sub':'1','a':" + "[".repeat(100_000) + "\n{'sub':'2'}\n");

        assertThat(subjects(shown))
                .containsExactly("claims_too_deep: the document is nested more than 32 levels deep", "'2'");
    }

    @Test
    @DisplayName("trailing text after the last document is a refused document")
    void trailing() {
        Shown shown = Shell.map("google", "{'sub':'1'} trailing");

        assertThat(subjects(shown)).hasSize(2).startsWith("'1'");
        assertThat(shown.error(2)).startsWith("invalid_claims: the document is not JSON (line 1, column ");
        assertThat(shown.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\r\n "})
    @DisplayName("an empty input is a refused document")
    void empty(String input) {
        Shown shown = Shell.map("google", input);

        assertThat(shown)
                .isEqualTo(new Shown(
                        1, Shell.json("{'error':{'code':'invalid_claims','message':'the document is empty'}}\n"), ""));
    }

    @Test
    @DisplayName("files are read in their order, and - is standard input")
    void files() throws IOException {
        Shown shown = Shell.onoma(
                        "map", "--provider", "google", file("ž 1.json", "{'sub':'f1'}"), "-", file("2", "{'sub':'f2'}"))
                .in("{'sub':'i'}");

        assertThat(subjects(shown)).containsExactly("'f1'", "'i'", "'f2'");
    }

    @Test
    @DisplayName("an empty file among others is a refused document in its place")
    void emptyFile() throws IOException {
        Shown shown = Shell.onoma("map", "--provider", "google", file("1", ""), file("2", "{'sub':'2'}"))
                .run();

        assertThat(subjects(shown)).containsExactly("invalid_claims: the document is empty", "'2'");
    }

    @Test
    @DisplayName("a file that is not there is a wrong call, and nothing is printed of the others")
    void missingFile() throws IOException {
        Shown shown = Shell.onoma("map", "--provider", "google", file("1", "{'sub':'1'}"), "none.json")
                .run();

        assertThat(shown).isEqualTo(new Shown(2, "", "onoma: cannot read the file none.json: there is none\n"));
    }

    @Test
    @DisplayName("a directory is no file")
    void directory() {
        Shown shown =
                Shell.onoma("map", "--provider", "google", folder.toString()).run();

        assertThat(shown)
                .isEqualTo(new Shown(2, "", "onoma: cannot read the file " + folder + ": it is a directory\n"));
    }

    @Test
    @DisplayName("what is not UTF-8, or begins with a byte order mark, is refused")
    void notUtf8() {
        Shell map = Shell.onoma("map", "--provider", "google");
        String document = Shell.json("{'sub':'1','name':'é'}");

        String refused = "invalid_claims: the document is not UTF-8 text without a byte order mark";
        assertThat(subjects(map.in(document.getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly(refused);
        assertThat(subjects(map.in(document.getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly(refused);
        assertThat(subjects(map.in("\uFEFF" + document))).containsExactly(refused);
    }
}
