package dev.onoma.store.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.search.TextPattern;
import dev.onoma.store.jdbc.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a prefix becomes a range of texts")
class TextSqlTest {
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    @ParameterizedTest
    @CsvSource({"ana, anb", "az, a{", "\ud7ff, \ue000", "\uffff, \ud800\udc00", "\ud83d\ude00, \ud83d\ude01"})
    @DisplayName("that ends before the next code point, which is no half of a pair")
    void behind(String prefix, String end) {
        assertThat(TextSql.behind(prefix)).contains(end);
    }

    @Test
    @DisplayName("that has no end behind the last code point of all")
    void last() {
        SqlCondition condition = new TextSql(Dialect.POSTGRESQL).like("s.name_key", new TextPattern(List.of(LAST, "")));

        assertThat(TextSql.behind("a" + LAST)).contains("b");
        assertThat(TextSql.behind(LAST + LAST)).isEmpty();
        assertThat(condition.parameters()).containsExactly(LAST);
        assertThat(condition.sql()).contains(">=").doesNotContain("<");
    }
}
