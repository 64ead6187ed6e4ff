package dev.onoma.core.json;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import java.nio.charset.StandardCharsets;

/**
 * One JSON text, read strictly: well-formed UTF-8 without byte order mark, exactly one value, no duplicate names, within
 * limits.
 *
 * @param value the value
 * @param bytes how long the text was
 * @param mayHoldUnsafeText whether a string of it could hold NUL or a lone surrogate; false is certain
 */
public record JsonDocument(JsonValue value, int bytes, boolean mayHoldUnsafeText) {
    /**
     * Reads a text within the limits on bytes, depth, members, digits and exponents.
     *
     * @throws JsonException when the text is not acceptable; the message says where and why
     */
    public static JsonDocument parse(byte[] utf8, Limits limits) {
        return parse(utf8, limits, TextPlace.START);
    }

    static JsonDocument parse(byte[] utf8, Limits limits, TextPlace start) {
        checkLength(utf8.length, limits);
        if (!startsLikeUtf8(utf8)) {
            throw notUtf8();
        }
        JsonReader reader = new JsonReader(new JsonText(utf8, start), limits);
        JsonValue value = reader.read();
        return new JsonDocument(value, utf8.length, reader.metUnsafeText());
    }

    static JsonException notUtf8() {
        return new JsonException(
                JsonException.Problem.INVALID_JSON, "the document is not UTF-8 text without a byte order mark");
    }

    /**
     * A value that is there already, checked against the same limits on depth, members, digits and exponents.
     *
     * @throws JsonException when the value is over a limit
     */
    public static JsonDocument of(JsonValue value, Limits limits) {
        new ValueBounds(limits).check(value, 1);
        int bytes = value.toJson().getBytes(StandardCharsets.UTF_8).length;
        checkLength(bytes, limits);
        return new JsonDocument(value, bytes, true);
    }

    private static void checkLength(int bytes, Limits limits) {
        if (bytes > limits.of(Limit.CLAIMS_BYTES)) {
            throw tooLong(limits);
        }
    }

    static JsonException tooLong(Limits limits) {
        return new JsonException(
                JsonException.Problem.JSON_TOO_LARGE,
                "the document is longer than " + limits.of(Limit.CLAIMS_BYTES) + " bytes");
    }

    /** UTF-16 and UTF-32 show by their zero bytes. */
    private static boolean startsLikeUtf8(byte[] text) {
        boolean byteOrderMark =
                text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        boolean zero = (text.length >= 1 && text[0] == 0) || (text.length >= 2 && text[1] == 0);
        return !byteOrderMark && !zero;
    }

    @Override
    public String toString() {
        return "JsonDocument[" + value + ", " + bytes + " bytes]";
    }
}
