package dev.onoma.providers.database.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreachListsTest {
    @TempDir
    private Path directory;

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("list.txt"), content);
    }

    private static boolean has(BreachList list, String password) {
        return list.contains(PasswordSha1.of(Password.of(password)));
    }

    private static String hex(String password) {
        return HexFormat.of().withUpperCase().formatHex(PasswordSha1.of(Password.of(password)));
    }

    @Test
    @DisplayName("common passwords are prepared as typed ones are, and counted once")
    void common() throws IOException {
        CommonPasswords list =
                CommonPasswords.read(file("123456\npassword\r\n\ncafe\u0301\npassword\n" + "x".repeat(2_000)));

        assertThat(list.size()).isEqualTo(3);
        assertThat(Stream.of("123456", "password", "caf\u00e9")).allMatch(password -> has(list, password));
        assertThat(Stream.of("", "Password", "12345", "x"))
                .noneMatch(password -> has(list, password.isEmpty() ? " " : password));
        assertThat(list).hasToString("CommonPasswords[3]");
    }

    @Test
    @DisplayName("a line in another encoding does not spoil the list")
    void otherEncoding() throws IOException {
        Path file = Files.write(
                directory.resolve("latin1.txt"),
                "password\ncaf\u00e9\nletmein\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Stream.of("password", "letmein")).allMatch(password -> has(CommonPasswords.read(file), password));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"0|`\n`", "1|`\n`", "2|`\r\n`", "3|`:5\n`", "7|`:10434004\r\n`", "100|`:1\r\n`", "1000|`\n`"})
    @DisplayName("each hash of an ordered file is found, the first and the last too, and nothing else")
    void ordered(int others, String end) throws IOException {
        List<String> listed =
                IntStream.rangeClosed(0, others).mapToObj(i -> "password " + i).toList();
        String content = String.join(
                "",
                listed.stream()
                        .map(BreachListsTest::hex)
                        .sorted()
                        .map(line -> line + end)
                        .toList());

        try (BreachFile list = BreachFile.open(file(content))) {
            assertThat(listed).allMatch(password -> has(list, password));
            assertThat(IntStream.range(0, 50).mapToObj(i -> "other " + i)).noneMatch(password -> has(list, password));
            assertThat(list.contains(new byte[20])).isFalse();
            assertThat(list.contains(HexFormat.of().parseHex("ff".repeat(20)))).isFalse();
        }
        try (BreachFile withoutLastEnd = BreachFile.open(file(content.strip()))) {
            assertThat(listed).allMatch(password -> has(withoutLastEnd, password));
        }
    }

    @Test
    @DisplayName("hashes in lower case are found as well")
    void lowerCase() throws IOException {
        try (BreachFile list = BreachFile.open(file(hex("password").toLowerCase(java.util.Locale.ROOT) + "\n"))) {
            assertThat(has(list, "password")).isTrue();
        }
    }

    @Test
    @DisplayName("a file that is missing, empty or of something else is refused, without what it holds")
    void refused() throws IOException {
        Path missing = directory.resolve("missing.txt");
        Path words = Files.writeString(directory.resolve("words.txt"), "hunter2\n");
        Path empty = Files.writeString(directory.resolve("empty.txt"), "\n");

        assertThat(problem(() -> BreachFile.open(missing))).isEqualTo("the file of breached passwords cannot be read");
        assertThat(problem(() -> BreachFile.open(words)))
                .isEqualTo("the file of breached passwords does not begin with a hash");
        assertThat(problem(() -> BreachFile.open(empty)))
                .isEqualTo("the file of breached passwords does not begin with a hash");
        assertThat(problem(() -> CommonPasswords.read(missing)))
                .isEqualTo("the list of common passwords cannot be read");
        assertThat(problem(() -> CommonPasswords.read(empty))).isEqualTo("the list of common passwords has none");
    }

    @Test
    @DisplayName("a file that breaks off its form, and one that is closed, are errors, not answers")
    void broken() throws IOException {
        String broken = "0".repeat(40) + "\n" + "hunter2\n".repeat(40);
        try (BreachFile list = BreachFile.open(file(broken))) {
            assertThat(problem(() -> has(list, "password")))
                    .isEqualTo("the file of breached passwords has a line that is no hash");
        }
        BreachFile closed = BreachFile.open(file(hex("password")));
        closed.close();

        assertThat(problem(() -> has(closed, "password"))).isEqualTo("the file of breached passwords cannot be read");
    }

    @Test
    @DisplayName("two lists are one, and the empty one has nothing")
    void or() {
        BreachList one = sha1 -> sha1[0] == 1;
        BreachList two = sha1 -> sha1[0] == 2;

        assertThat(Stream.of(0, 1, 2, 3).map(first -> one.or(two).contains(new byte[] {first.byteValue()})))
                .containsExactly(false, true, true, false);
        assertThat(BreachList.none().contains(new byte[20])).isFalse();
    }

    private static String problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        BreachListException error = catchThrowableOfType(BreachListException.class, call);
        assertThat(error.code()).isEqualTo("invalid_breach_list");
        return error.getMessage();
    }
}
