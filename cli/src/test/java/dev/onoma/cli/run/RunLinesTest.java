package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The lines of a scenario")
class RunLinesTest {
    private static final String SHOW = "{'show':{'user_id':'a|b'}}";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        nope; not a JSON object
        # a comment; not a JSON object
        []; not a JSON object
        {'show':; not a JSON object
        {'show':{'user_id':'a|b'}} {'show':{'user_id':'a|b'}}; not a JSON object
        {'show':{'user_id':'a|b'},'show':{'user_id':'a|b'}}; not a JSON object
        {}; an operation must be an object with one member, its name
        {'at':'2026-01-01'}; an operation must be an object with one member, its name
        {'show':{'user_id':'a|b'},'block':{'user_id':'a|b'}}; an operation must be an object with one member, its name
        {'show':'a|b'}; the operation's value must be an object, each name once
        {'show':{'user_id':'a|b','user_id':'c|d'}}; the operation's value must be an object, each name once
        {'Show':{'user_id':'a|b'}}; no operation is called that: known are connection, login, edit, block, unblock, delete, show, link, unlink
        """)
    @DisplayName("what is no operation ends the run with its line's number, after the results of the lines before")
    void wrong(String line, String problem) {
        Shown shown = Shell.scenario(SHOW, "", line, SHOW);

        assertThat(shown.lines()).hasSize(1);
        assertThat(shown.err()).isEqualTo("onoma: line 3: " + problem + "\n");
        assertThat(shown.status()).isEqualTo(2);
    }

    @Test
    @DisplayName("a byte order mark, which nobody sees, is named")
    void byteOrderMark() {
        assertThat(Shell.scenario("\uFEFF" + SHOW).err())
                .isEqualTo("onoma: line 1: not a JSON object: it begins with a byte order mark\n");
    }

    @Test
    @DisplayName("a wrong line of a file is told with the file's name")
    void file() throws IOException {
        Path scenario = Files.writeString(folder.resolve("s.jsonl"), Shell.json(SHOW + "\nnope\n"));

        Shown shown = Shell.onoma("run", scenario.toString()).run();

        assertThat(shown.lines()).hasSize(1);
        assertThat(shown.err()).isEqualTo("onoma: " + scenario + ", line 2: not a JSON object\n");
    }

    @Test
    @DisplayName("a file is read as standard input would be, and - is standard input")
    void files() throws IOException {
        String text = Shell.json(Lines.GOOGLE + "\n" + Lines.login("{'sub':'1','name':'Ž'}"));
        Path scenario = Files.writeString(folder.resolve("s.jsonl"), text);

        Shown shown = Shell.onoma("run").in(text);

        assertThat(Shell.onoma("run", scenario.toString()).run()).isEqualTo(shown);
        assertThat(Shell.onoma("run", "-").in(text)).isEqualTo(shown);
        assertThat(shown.at(2, "user/name")).isEqualTo("'Ž'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", " \t\r\n", "\r\n\r\n"})
    @DisplayName("an empty scenario is a scenario in which nothing happens")
    void empty(String text) {
        assertThat(Shell.onoma("run").in(text)).isEqualTo(new Shown(0, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n%s\n", "%s\r\n%s\r\n", "%s\n%s", "\n \t\n%s\n\r\n\n%s\n\n", "  %s  \n\t%s\r\n"})
    @DisplayName("end with LF or CRLF, the last with nothing; blank ones and space around them do not count")
    void lineEnds(String layout) {
        Shown shown = Shell.onoma("run").in(layout.formatted(SHOW, SHOW));

        assertThat(shown.lines()).hasSize(2);
        assertThat(shown.out()).doesNotContain("\r");
        assertThat(shown.status()).isEqualTo(1);
    }

    @Test
    @DisplayName("a blank line counts where a wrong one is numbered")
    void number() {
        assertThat(Shell.onoma("run").in("\n\r\n" + SHOW + "\n \nnope").err())
                .isEqualTo("onoma: line 5: not a JSON object\n");
    }

    @Test
    @DisplayName("no other character ends a line")
    void otherLineEnds() {
        Shown shown = Shell.onoma("run").in("{'show':{'user_id':'a|\u2028b\u0085c'}}\n" + SHOW);

        assertThat(shown.lines()).hasSize(2);
        assertThat(Shell.onoma("run").in(SHOW + "\r" + SHOW).err()).isEqualTo("onoma: line 1: not a JSON object\n");
    }

    @Test
    @DisplayName("a line that is not UTF-8 is not JSON")
    void notUtf8() {
        Shown shown =
                Shell.onoma("run").in(Shell.json("{'show':{'user_id':'é'}}").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(shown).isEqualTo(new Shown(2, "", "onoma: line 1: not a JSON object\n"));
    }

    @Test
    @DisplayName("a field's name cannot break or colour the complaint about it")
    void printable() {
        assertThat(Shell.scenario("{'show':{'user_id':'a|b','\\u001b[31mred\\n':1}}")
                        .err())
                .isEqualTo("onoma: line 1: show has no field \"·[31mred \"\n");
    }

    @Test
    @DisplayName("the store is memory, and a JDBC URL is a wrong call where no such store is built in")
    void store() {
        assertThat(Shell.onoma("run", "--store", "memory").in(SHOW).status()).isEqualTo(1);
        assertThat(Shell.onoma("run", "--store", "sqlite").in(SHOW).status()).isEqualTo(2);
    }

    @Test
    @DisplayName("two scenarios share no users")
    void separate() {
        Shell.scenario(Lines.GOOGLE, Lines.login("{'sub':'1'}"));

        assertThat(Shell.scenario(Lines.show()).error(1)).isEqualTo("user_not_found: no user has that id");
    }
}
