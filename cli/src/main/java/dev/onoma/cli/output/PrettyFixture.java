package dev.onoma.cli.output;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;

/** What came of a fixture, for reading. */
public final class PrettyFixture {
    private PrettyFixture() {}

    /** Passed or failed, the differences, and the explanation where there is one. */
    public static String of(JsonObject result) {
        boolean failed = result.has("differences");
        StringBuilder lines = new StringBuilder(
                        failed ? Table.Style.styled("red", "failed") : Table.Style.styled("green", "passed"))
                .append("  ")
                .append(Pretty.member(result, "fixture"));
        if (result.get("differences").orElse(JsonArray.of()) instanceof JsonArray differences) {
            for (JsonValue element : differences.elements()) {
                JsonObject difference = (JsonObject) element;
                lines.append("\n  ")
                        .append(Pretty.member(difference, "path"))
                        .append(": expected ")
                        .append(difference.has("expected") ? Pretty.member(difference, "expected") : "nothing")
                        .append(", but was ")
                        .append(difference.has("actual") ? Pretty.member(difference, "actual") : "nothing");
            }
        }
        result.get("explanation")
                .ifPresent(explanation -> lines.append('\n').append(PrettyExplanation.table(explanation)));
        return lines.toString();
    }
}
