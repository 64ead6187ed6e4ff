package dev.onoma.core.json;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Many JSON values in one stream, read one after the other in constant memory: the elements of an array, or JSON lines
 * (one value a line; lines without text are skipped). Which of the two it is, the first character says. Each value is
 * read as strictly as a document of its own, within the same limits. Not for several threads; closes nothing.
 */
public final class JsonRows {
    private final RowBytes bytes;
    private final Limits limits;
    private final boolean array;

    /** What the next element of an array has before it; a comma in front of the first would be one too many. */
    private boolean first = true;

    private boolean ended;

    private JsonRows(RowBytes bytes, Limits limits) throws IOException {
        this.bytes = bytes;
        this.limits = limits;
        this.array = bytes.peekText() == '[';
        if (array) {
            bytes.take();
        }
    }

    /**
     * The values of a stream in UTF-8; a byte order mark in front is skipped, as RFC 8259, section 8.1, allows.
     *
     * @param limits of each value
     * @throws IOException when the stream cannot be read
     */
    public static JsonRows over(InputStream in, Limits limits) throws IOException {
        requireNonNull(in, "in");
        return new JsonRows(new RowBytes(in, limits.of(Limit.CLAIMS_BYTES)), limits);
    }

    /** Whether the values are the elements of an array. */
    public boolean isArray() {
        return array;
    }

    /**
     * The next value, or why it is not acceptable; empty when there are no more.
     *
     * @throws JsonException when an array is broken, so that what follows cannot be told apart; says the line
     * @throws IOException when the stream cannot be read
     */
    public Optional<JsonRow> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        boolean another = array ? anotherElement() : bytes.peekText() != RowBytes.END;
        first = false;
        if (!another) {
            ended = true;
            return Optional.empty();
        }
        TextPlace start = bytes.startRow();
        if (array) {
            bytes.takeElement();
        } else {
            bytes.takeLine();
        }
        return Optional.of(row(start));
    }

    /** Steps over what separates elements, and says whether there is one more. */
    private boolean anotherElement() throws IOException {
        int separator = bytes.peekText();
        if (separator == ']') {
            bytes.take();
            if (bytes.peekText() != RowBytes.END) {
                throw broken("has text after its end");
            }
            return false;
        }
        // An element ends at a comma, a bracket or the end, so nothing else can stand behind one.
        if (!first && separator == ',') {
            bytes.take();
        }
        int next = bytes.peekText();
        if (next == ',' || next == ']') {
            throw broken("lacks an element");
        }
        if (next == RowBytes.END) {
            throw broken("ends before its last bracket");
        }
        return true;
    }

    private JsonRow row(TextPlace start) {
        if (bytes.isTooLong()) {
            return JsonRow.unacceptable(start.line(), bytes.length(), JsonDocument.tooLong(limits));
        }
        try {
            JsonDocument document = JsonDocument.parse(bytes.row(), limits, start);
            return JsonRow.of(start.line(), bytes.length(), document.value());
        } catch (JsonException problem) {
            if (array && problem.isBroken()) {
                throw problem;
            }
            return JsonRow.unacceptable(start.line(), bytes.length(), problem);
        }
    }

    private JsonException broken(String problem) {
        return new JsonException(
                        JsonException.Problem.INVALID_JSON,
                        "the array " + problem + " (" + bytes.place().words() + ")")
                .asBroken();
    }
}
