package dev.onoma.providers.database.custom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Attempts at a name of a custom database")
class CountedNameTest {
    @ParameterizedTest
    @DisplayName("count together in all spellings that a lenient database could take for one")
    @ValueSource(strings = {"JOSE", "josé", " jose ", "jose\u0301", "ｊｏｓｅ", "Jo-se", "jose."})
    void spellings(String spelling) {
        assertThat(CountedName.of(spelling)).isEqualTo(CountedName.of("jose"));
    }

    @ParameterizedTest
    @DisplayName("count apart for others, those without a letter too")
    @ValueSource(strings = {"joseph", "", "---", "+"})
    void others(String other) {
        assertThat(CountedName.of(other)).isNotEqualTo(CountedName.of("jose")).isNotEqualTo(CountedName.of("::"));
    }

    @Test
    @DisplayName("longer than any name, count together and are not worked through")
    void tooLong() {
        assertThat(CountedName.of("a".repeat(10_000_000))).isEqualTo(CountedName.of("b".repeat(513)));
        assertThat(CountedName.of("a".repeat(512))).isNotEqualTo(CountedName.of("b".repeat(512)));
    }
}
