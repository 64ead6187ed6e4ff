package dev.onoma.core.json;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Builds the value of one JSON text (RFC 8259), counting depth and members as it goes. It is a loop, not a method that
 * calls itself: no text is too deep for the thread's stack, and the machine code is half as long, which leaves room in
 * the processor for what reads the claims next.
 */
final class JsonReader {
    private final JsonText text;
    private final QuotedText quoted;
    private final ValueBounds bounds;

    /** The innermost object or array whose end has not been reached; null outside the outermost. */
    private @Nullable OpenValue open;

    JsonReader(JsonText text, Limits limits) {
        this.text = text;
        this.quoted = new QuotedText(text);
        this.bounds = new ValueBounds(limits);
    }

    /** The only value of the text. */
    JsonValue read() {
        if (text.peekBehindSpace() == JsonText.END) {
            throw new JsonException(Problem.INVALID_JSON, "the document is empty");
        }
        JsonValue value = value();
        if (text.peekBehindSpace() != JsonText.END) {
            throw text.invalid("has text after its end").asBroken();
        }
        return value;
    }

    /** Whether a string that was read holds NUL or a lone surrogate. */
    boolean metUnsafeText() {
        return quoted.metUnsafeText();
    }

    private JsonValue value() {
        while (true) {
            JsonValue whole = next();
            while (whole != null) {
                if (open == null) {
                    return whole;
                }
                whole = put(whole, open);
            }
        }
    }

    /** Reads a name, or a value; null when it was a name, or an object or array with something in it, open now. */
    private @Nullable JsonValue next() {
        boolean name = open != null && open.awaitsName();
        int next = text.peekBehindSpace();
        // Names and texts are read in one place, because the machine code that reads them is long.
        if (next == '"') {
            int start = text.at();
            String string = quoted.read(name);
            return name ? name(string, start) : new JsonString(string);
        }
        if (name) {
            throw text.notJson();
        }
        return switch (next) {
            case '{' -> open(OpenValue.object(open), JsonObject.EMPTY);
            case '[' -> open(OpenValue.array(open), JsonArray.EMPTY);
            case 't' -> literal("true", JsonBoolean.TRUE);
            case 'f' -> literal("false", JsonBoolean.FALSE);
            case 'n' -> literal("null", JsonNull.NULL);
            default -> number();
        };
    }

    private @Nullable JsonValue name(String name, int start) {
        bounds.countMember();
        if (!requireNonNull(open).name(name)) {
            text.moveTo(start);
            throw text.invalid("has a name twice in one object");
        }
        if (text.peekBehindSpace() != ':') {
            throw text.notJson();
        }
        text.step();
        return null;
    }

    private @Nullable JsonValue open(OpenValue opened, JsonValue empty) {
        bounds.enter(opened.depth());
        text.step();
        if (text.peekBehindSpace() == opened.bracket()) {
            text.step();
            return empty;
        }
        open = opened;
        return null;
    }

    /** Puts a value where it belongs; what is whole with it, or null when more follows. */
    private @Nullable JsonValue put(JsonValue value, OpenValue into) {
        into.add(value);
        int next = text.peekBehindSpace();
        if (next != ',' && next != into.bracket()) {
            throw text.notJson();
        }
        text.step();
        if (next == ',') {
            return null;
        }
        open = into.around();
        return into.build();
    }

    private JsonValue literal(String literal, JsonValue value) {
        int start = text.at();
        for (int i = 0; i < literal.length(); i++) {
            if (text.peek() != literal.charAt(i)) {
                text.moveTo(start);
                throw text.notJson();
            }
            text.step();
        }
        return value;
    }

    private JsonNumber number() {
        int start = text.at();
        if (text.peek() == '-') {
            text.step();
        }
        if (text.peek() == '0') {
            text.step();
        } else {
            digits();
        }
        if (text.peek() == '.') {
            text.step();
            digits();
        }
        if (text.peek() == 'e' || text.peek() == 'E') {
            text.step();
            if (text.peek() == '+' || text.peek() == '-') {
                text.step();
            }
            digits();
        }
        String number = JsonText.ascii(text.bytes(), start, text.at());
        if (!bounds.allowsNumber(number)) {
            text.moveTo(start);
            throw text.invalid("has a number with too many digits or too large an exponent");
        }
        return JsonNumber.trusted(number);
    }

    /** Steps over one digit or more. */
    private void digits() {
        if (!isDigit(text.peek())) {
            throw text.notJson();
        }
        do {
            text.step();
        } while (isDigit(text.peek()));
    }

    private static boolean isDigit(int next) {
        return next >= '0' && next <= '9';
    }
}
