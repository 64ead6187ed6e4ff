package dev.onoma.cli.output;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An explanation for reading: a line for each root attribute, and one for the flag of an address. */
final class PrettyExplanation {
    private PrettyExplanation() {}

    /** With the values. */
    static String table(JsonObject root, JsonValue explanation) {
        Table table = new Table("attribute", "value", "from", "tried in vain");
        for (JsonObject attribute : objects(Optional.of(explanation))) {
            String name = Pretty.member(attribute, "attribute");
            table.add(name, Pretty.member(root, name), from(attribute), tried(attribute, false));
            attribute
                    .get("flag")
                    .ifPresent(flag -> table.add(
                            flagOf(name),
                            Pretty.member(root, flagOf(name)),
                            said((JsonObject) flag),
                            tried((JsonObject) flag, false)));
        }
        return table.print();
    }

    /** Without any value. */
    static String table(JsonValue explanation) {
        Table table = new Table("attribute", "from", "tried in vain");
        for (JsonObject attribute : objects(Optional.of(explanation))) {
            String name = Pretty.member(attribute, "attribute");
            table.add(name, from(attribute), tried(attribute, false));
            attribute
                    .get("flag")
                    .ifPresent(
                            flag -> table.add(flagOf(name), said((JsonObject) flag), tried((JsonObject) flag, false)));
        }
        return table.print();
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

    private static String said(JsonObject flag) {
        String said = Pretty.member(flag, "said");
        String verified = Pretty.member(flag, "verified");
        String taken = tried(flag, true);
        String word = said.equals("unsaid") ? said : said + (taken.isEmpty() ? "" : " at " + taken);
        boolean differs = said.equals("unsaid") ? verified.equals("true") : !said.equals(verified);
        return differs ? word + "; e-mail trust " + Pretty.member(flag, "email_trust") : word;
    }

    /** The places that gave something, or those that did not. */
    private static String tried(JsonObject explained, boolean taken) {
        return objects(explained.get("tried")).stream()
                .filter(attempt -> attempt.get("finding").equals(Optional.of(new JsonString("taken"))) == taken)
                .map(attempt -> taken ? place(attempt) : place(attempt) + ": " + finding(attempt))
                .collect(Collectors.joining("; "));
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
