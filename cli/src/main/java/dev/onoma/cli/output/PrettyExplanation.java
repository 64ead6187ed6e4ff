package dev.onoma.cli.output;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An explanation for reading: a line for each root attribute, and one for the flag of an address. */
final class PrettyExplanation {
    private PrettyExplanation() {}

    /** With the values. */
    static String table(JsonObject root, JsonValue explanation) {
        Table table = new Table("attribute", "value", "from", "why");
        rows(explanation).forEach(row -> table.add(row.name(), Pretty.member(root, row.name()), row.from(), row.why()));
        return table.print();
    }

    /** Without any value. */
    static String table(JsonValue explanation) {
        Table table = new Table("attribute", "from", "why");
        rows(explanation).forEach(row -> table.add(row.name(), row.from(), row.why()));
        return table.print();
    }

    private record Row(String name, String from, String why) {}

    private static List<Row> rows(JsonValue explanation) {
        List<Row> rows = new ArrayList<>();
        for (JsonObject attribute : objects(Optional.of(explanation))) {
            String name = Pretty.member(attribute, "attribute");
            rows.add(new Row(name, from(attribute), inVain(attribute)));
            if (attribute.get("flag").orElse(JsonNull.NULL) instanceof JsonObject flag) {
                rows.add(new Row(flagOf(name), taken(flag), counted(flag)));
            }
        }
        return rows;
    }

    private static String flagOf(String address) {
        return address.equals("email") ? "email_verified" : "phone_verified";
    }

    private static String from(JsonObject attribute) {
        String state = Pretty.member(attribute, "state").replace('_', ' ');
        if (attribute.has("path")) {
            return place(attribute);
        }
        if (attribute.get("derived_from").orElse(JsonArray.of()) instanceof JsonArray names
                && !names.elements().isEmpty()) {
            return state + ", derived from "
                    + names.elements().stream().map(Pretty::text).collect(Collectors.joining(" and "));
        }
        return state;
    }

    /** Where a flag was found; what was said of it otherwise. */
    private static String taken(JsonObject flag) {
        return attempts(flag, true).map(PrettyExplanation::place).findFirst().orElse("unsaid");
    }

    /** What was said of an address, where something else counts, and where it was looked for in vain. */
    private static String counted(JsonObject flag) {
        boolean said = Pretty.member(flag, "said").equals("true");
        boolean verified = Pretty.member(flag, "verified").equals("true");
        String trust = " by the e-mail trust " + Pretty.member(flag, "email_trust");
        String counts = said == verified ? "" : said ? "said true, kept back" + trust : "granted" + trust;
        String inVain = inVain(flag);
        return counts.isEmpty() || inVain.isEmpty() ? counts + inVain : counts + "; " + inVain;
    }

    private static String inVain(JsonObject explained) {
        return attempts(explained, false)
                .map(attempt -> place(attempt) + ": " + finding(attempt))
                .collect(Collectors.joining("; "));
    }

    private static Stream<JsonObject> attempts(JsonObject explained, boolean taken) {
        Optional<JsonValue> finding = Optional.of(new JsonString(Finding.TAKEN.word()));
        return objects(explained.get("tried")).stream()
                .filter(attempt -> attempt.get("finding").equals(finding) == taken);
    }

    private static String place(JsonObject in) {
        return Pretty.member(in, "path") + " of " + Pretty.member(in, "source");
    }

    private static String finding(JsonObject attempt) {
        return attempt.has("found")
                ? "found " + Pretty.member(attempt, "found") + ", expected " + Pretty.member(attempt, "expected")
                : Pretty.member(attempt, "finding").replace('_', ' ');
    }

    private static List<JsonObject> objects(Optional<JsonValue> array) {
        return array.orElse(JsonArray.of()) instanceof JsonArray all
                ? all.elements().stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }
}
