package dev.onoma.core.transfer;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.json.JsonObject;

/**
 * A row that was not imported.
 *
 * @param line the line of the file on which it begins, counted from 1
 * @param problem why
 * @param message names the field and the rule that it breaks, never a value
 */
public record FailedRow(int line, RowProblem problem, String message) {
    public FailedRow {
        requireNonNull(problem, "problem");
        requireNonNull(message, "message");
    }

    /** As JSON: {@code line code message}. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("line", line)
                .put("code", problem.code())
                .put("message", message)
                .build();
    }
}
