package dev.onoma.cli;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run of the command line has shown. Lines are counted from 1, as the command line counts them.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 */
public record Shown(int status, String out, String err) {
    /** The lines on standard output. */
    public List<String> lines() {
        return out.lines().toList();
    }

    /** The last line on standard output. */
    public int last() {
        return lines().size();
    }

    /** A line on standard output as JSON. */
    public JsonObject json(int line) {
        return (JsonObject) JsonValue.parse(lines().get(line - 1));
    }

    /**
     * What stands at a place of a line, as JSON with ' for ", or {@code absent}.
     *
     * @param path names, and numbers of elements from 0, separated by /
     */
    public String at(int line, String path) {
        JsonValue value = json(line);
        for (String step : path.split("/", -1)) {
            if (value instanceof JsonArray array) {
                value = array.elements().get(Integer.parseInt(step));
            } else if (((JsonObject) value).has(step)) {
                value = ((JsonObject) value).get(step).orElseThrow();
            } else {
                return "absent";
            }
        }
        return value.toJson().replace('"', '\'');
    }

    /** The outcomes of a scenario, in order. */
    public List<String> outcomes() {
        List<String> outcomes = new ArrayList<>();
        for (int line = 1; line <= last(); line++) {
            outcomes.add(text(json(line), "outcome"));
        }
        return outcomes;
    }

    /** The code and the message of a line's error, as {@code code: message}. */
    public String error(int line) {
        JsonObject error = (JsonObject) json(line)
                .get("error")
                .orElseThrow(() -> new AssertionError("line " + line + " is no error: " + at(line, "outcome")));
        return text(error, "code") + ": " + text(error, "message");
    }

    /** What a login did to an attribute: action, value before and after, owner, rule. */
    public String decision(int line, String attribute) {
        JsonArray decisions = (JsonArray) json(line).get("decisions").orElseThrow();
        for (JsonValue element : decisions.elements()) {
            JsonObject decision = (JsonObject) element;
            if (text(decision, "attribute").equals(attribute)) {
                List<String> parts = new ArrayList<>();
                for (String name : List.of("action", "before", "after", "owner", "rule")) {
                    parts.add(decision.get(name).orElseThrow().toJson());
                }
                return String.join(" ", parts).replace("\"", "");
            }
        }
        return "none";
    }

    private static String text(JsonObject object, String name) {
        return ((JsonString) object.get(name).orElseThrow()).value();
    }
}
