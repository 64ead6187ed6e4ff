package dev.onoma.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table")
class TableTest {
    private final Table table = new Table("attribute", "value", "reason");

    @Test
    @DisplayName("has columns as wide as they need to be, and no space at the end of a line")
    void columns() {
        table.add("name", "Ana Lovrić", "sent");
        table.add("nickname", "", "");

        assertThat(table.print().lines())
                .containsExactly("  attribute  value       reason", "  name       Ana Lovrić  sent", "  nickname");
    }

    @Test
    @DisplayName("shortens a long value, but not in the last column")
    void shortened() {
        table.add("a".repeat(48), "b".repeat(49), "c".repeat(100));

        assertThat(table.print()).endsWith("\n  " + "a".repeat(48) + "  " + "b".repeat(47) + "…  " + "c".repeat(100));
    }

    @Test
    @DisplayName("counts characters, not halves of them")
    void characters() {
        table.add("😀".repeat(48), "😀".repeat(49), "x");

        assertThat(table.print()).endsWith("\n  " + "😀".repeat(48) + "  " + "😀".repeat(47) + "…  x");
    }

    @Test
    @DisplayName("shows a dot for what would move a cursor, forge a line or turn the text around")
    void printable() {
        table.add("a\u001b[31m", "b\nc\rd\u0085", "e\u202ef\u200b");

        assertThat(table.print()).endsWith("\n  a·[31m     b·c·d·  e·f·");
    }
}
