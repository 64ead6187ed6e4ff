package dev.onoma.core.json;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One of many JSON values of a file.
 *
 * @param line the line on which it begins, counted from 1
 * @param bytes how long its text is, as far as it was kept
 * @param value the value; empty when it is not acceptable
 * @param problem why it is not acceptable; empty when it is
 */
public record JsonRow(int line, int bytes, Optional<JsonValue> value, Optional<JsonException> problem) {
    public JsonRow {
        requireNonNull(value, "value");
        requireNonNull(problem, "problem");
    }

    static JsonRow of(int line, int bytes, JsonValue value) {
        return new JsonRow(line, bytes, Optional.of(value), Optional.empty());
    }

    static JsonRow unacceptable(int line, int bytes, JsonException problem) {
        return new JsonRow(line, bytes, Optional.empty(), Optional.of(problem));
    }

    @Override
    public String toString() {
        return "JsonRow[line " + line + ", " + value + "]";
    }
}
