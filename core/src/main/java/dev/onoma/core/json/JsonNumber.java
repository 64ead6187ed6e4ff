package dev.onoma.core.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A JSON number that keeps the digits it was written with, so that an identifier of any length survives. Two numbers
 * are equal when their values are, however they are written.
 */
public final class JsonNumber implements JsonValue {
    private static final Pattern GRAMMAR = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,4})?");

    private final String text;

    private JsonNumber(String text) {
        this.text = text;
    }

    /**
     * A number by its JSON text.
     *
     * @throws IllegalArgumentException when the text is not a number of RFC 8259, section 6, or its exponent has more
     *     than four digits, as no number that can be computed with has
     */
    public static JsonNumber of(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException("not the text of a JSON number");
        }
        return new JsonNumber(text);
    }

    public static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /** For the reader, which has checked the grammar already. */
    static JsonNumber trusted(String text) {
        return new JsonNumber(text);
    }

    /** The number as it was written. */
    public String text() {
        return text;
    }

    /** Whether it is written as an integer: digits, perhaps a minus, no fraction and no exponent. */
    public boolean isIntegerLiteral() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return false;
            }
        }
        return true;
    }

    /** The exact value. */
    public BigDecimal decimal() {
        return new BigDecimal(text);
    }

    @Override
    public JsonType type() {
        return JsonType.NUMBER;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNumber number
                && (text.equals(number.text) || decimal().compareTo(number.decimal()) == 0);
    }

    @Override
    public int hashCode() {
        return decimal().stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return "number";
    }
}
