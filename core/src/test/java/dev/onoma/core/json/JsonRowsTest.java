package dev.onoma.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Many JSON values in one stream")
class JsonRowsTest {
    private static final Limits SMALL = Limits.STANDARD.with(Limit.CLAIMS_BYTES, 20);

    /** The rows as line and value, or as line and what is wrong; ' stands for ". */
    private static List<String> rows(String text) {
        return rows(new ByteArrayInputStream(text.replace('\'', '"').getBytes(UTF_8)), Limits.STANDARD);
    }

    private static List<String> rows(InputStream in, Limits limits) {
        List<String> shown = new ArrayList<>();
        try {
            JsonRows rows = JsonRows.over(in, limits);
            for (Optional<JsonRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                shown.add(shown(row.get()));
            }
            assertThat(rows.next()).isEmpty();
            return shown;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String shown(JsonRow row) {
        return row.line() + " "
                + row.value()
                        .map(JsonValue::toJson)
                        .orElseGet(() -> row.problem().orElseThrow().message());
    }

    @Test
    @DisplayName("lines are one value each, with the number of their line; lines without text are none")
    void lines() {
        assertThat(rows("{'a':1}\n\n  \r\n{'b':2}\r\n[3]")).containsExactly("1 {\"a\":1}", "4 {\"b\":2}", "5 [3]");
    }

    @Test
    @DisplayName("an array's elements are values wherever they stand, with the line on which each begins")
    void array() {
        assertThat(rows("\n[ {'a':'],}\\\\'},\n{'b':\n[1,{}]} , 'x\\'y',\n null]\n"))
                .containsExactly("2 {\"a\":\"],}\\\\\"}", "3 {\"b\":[1,{}]}", "4 \"x\\\"y\"", "5 null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "[]", " [ \n ] "})
    @DisplayName("there may be none")
    void none(String text) {
        assertThat(rows(text)).isEmpty();
    }

    @Test
    @DisplayName("a byte order mark in front is skipped, and does not move the columns")
    void byteOrderMark() {
        assertThat(rows("\ufeff{'a':1}")).containsExactly("1 {\"a\":1}");
        assertThat(rows("\ufeff{'a' 1}")).containsExactly("1 the document is not JSON (line 1, column 6)");
    }

    @Test
    @DisplayName("a line that is not acceptable is one row, and the rest goes on")
    void brokenLines() {
        assertThat(rows("{'a':1}\n{'a':\n}\n{'a':1,'a':2}\n{'a':1} {}\n{'b':2}"))
                .containsExactly(
                        "1 {\"a\":1}",
                        "2 the document is not JSON (line 2, column 6)",
                        "3 the document is not JSON (line 3, column 1)",
                        "4 the document has a name twice in one object (line 4, column 8)",
                        "5 the document has text after its end (line 5, column 9)",
                        "6 {\"b\":2}");
    }

    @Test
    @DisplayName("what is wrong inside an element of an array is said with its place in the whole text")
    void placeInArray() {
        assertThat(rows("[1, {'a':1,\n 'a':2}, {'a':1, 'a':2}]"))
                .containsExactly(
                        "1 1",
                        "1 the document has a name twice in one object (line 2, column 2)",
                        "2 the document has a name twice in one object (line 2, column 18)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        [1 2] ~ the document has text after its end (line 1, column 4)
        [{} {}] ~ the document has text after its end (line 1, column 5)
        [,1] ~ the array lacks an element (line 1, column 2)
        [1,] ~ the array lacks an element (line 1, column 4)
        [1,,2] ~ the array lacks an element (line 1, column 4)
        [{'a':tru}] ~ the document is not JSON (line 1, column 7)
        [{'a':1}}] ~ the document has text after its end (line 1, column 9)
        [1 ~ the array ends before its last bracket (line 1, column 3)
        [1, ~ the array ends before its last bracket (line 1, column 4)
        [ ~ the array ends before its last bracket (line 1, column 2)
        [1,{'a':'x},{'b':2}] ~ the document is not JSON (line 1, column 15)
        [1] 2 ~ the array has text after its end (line 1, column 5)
        [1],[2] ~ the array has text after its end (line 1, column 4)
        """)
    @DisplayName("an array that is broken ends with a complaint that says where")
    void brokenArray(String text, String message) {
        JsonException problem = catchThrowableOfType(JsonException.class, () -> rows(text));

        assertThat(problem.message()).isEqualTo(message);
    }

    @Test
    @DisplayName("rows at the limit on bytes are read; longer ones are passed over without being kept")
    void tooLong() {
        String fits = "\"" + "x".repeat(18) + "\"";
        String longer = "\"" + "x".repeat(100_000) + "\"";

        assertThat(rows(stream(fits + "\n" + longer + "\n1"), SMALL))
                .containsExactly("1 " + fits, "2 the document is longer than 20 bytes", "3 1");
        assertThat(rows(stream("[" + longer + "," + fits + "]"), SMALL))
                .containsExactly("1 the document is longer than 20 bytes", "1 " + fits);
    }

    @Test
    @DisplayName("a row is read alike wherever the stream's reads end")
    void smallReads() {
        InputStream oneByOne = new ByteArrayInputStream("[{\"a\":\"\\\"],\u00e9\"}, 2 ]".getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1));
            }
        };

        assertThat(rows(oneByOne, Limits.STANDARD)).containsExactly("1 {\"a\":\"\\\"],\u00e9\"}", "1 2");
    }

    @Test
    @DisplayName("bytes that are not UTF-8 make one row unacceptable")
    void notUtf8() {
        byte[] text = "1\n\"x\"\n\u00ff\n2".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(rows(new ByteArrayInputStream(text), Limits.STANDARD))
                .containsExactly("1 1", "2 \"x\"", "3 the document is not UTF-8 text without a byte order mark", "4 2");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
