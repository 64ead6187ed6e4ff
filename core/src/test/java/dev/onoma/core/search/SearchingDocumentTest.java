package dev.onoma.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the page about finding users")
class SearchingDocumentTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "searching.md"));
    }

    private static Stream<String> firstCells(String heading) throws IOException {
        return lines().stream()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf(" | ")))
                .flatMap(cell -> CODE.matcher(cell).results().map(code -> code.group(1)));
    }

    @Test
    @DisplayName("shows queries that can be read")
    void queries() throws IOException {
        List<String> queries = Stream.concat(firstCells("## Terms"), firstCells("## Operators"))
                .toList();

        assertThat(queries).hasSizeGreaterThan(20);
        for (String query : queries) {
            assertThatCode(() -> Query.parse(query)).as(query).doesNotThrowAnyException();
        }
    }

    @Test
    @DisplayName("names all fields, and those that users can be sorted by")
    void fields() throws IOException {
        List<String> named = firstCells("## Fields").toList();
        String sortable = String.join("\n", lines())
                .transform(text -> text.substring(text.indexOf("## Order and pages"), text.indexOf("A page has")));

        for (UserField field : UserField.values()) {
            assertThat(named).contains(field.fieldName());
            assertThat(CODE.matcher(sortable)
                            .results()
                            .map(MatchResult::group)
                            .anyMatch(code ->
                                    List.of(code.replace("`", "").split("\\s")).contains(field.fieldName())))
                    .as(field.fieldName())
                    .isEqualTo(field.isSortable());
        }
    }
}
