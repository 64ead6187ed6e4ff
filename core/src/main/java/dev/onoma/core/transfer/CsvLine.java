package dev.onoma.core.transfer;

import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.Optional;

/**
 * A line of comma-separated values.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180#section-2">RFC 4180, section 2</a>
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
 */
final class CsvLine {
    private final StringBuilder line = new StringBuilder();
    private boolean first = true;

    /** Adds a value: nothing for what is absent or null, the text of a string, JSON for anything else. */
    CsvLine add(Optional<JsonValue> value) {
        JsonValue present = value.orElse(JsonNull.NULL);
        if (present instanceof JsonString string) {
            return add(harmless(string.value()));
        }
        // Numbers and flags are no formulas, whatever they begin with.
        return add(
                present == JsonNull.NULL
                        ? ""
                        : present instanceof JsonBoolean flag ? String.valueOf(flag.value()) : present.toJson());
    }

    /** Adds a text as it is. */
    CsvLine add(String text) {
        if (!first) {
            line.append(',');
        }
        first = false;
        if (needsQuotes(text)) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            line.append(text);
        }
        return this;
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front, which it takes for text. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static boolean needsQuotes(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    }

    /** The line with its end. */
    String end() {
        return line.append("\r\n").toString();
    }
}
