package dev.onoma.cli.output;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.Optional;

/** What a remap changes, for reading. */
public final class PrettyRemap {
    private PrettyRemap() {}

    /** One user: its decisions, and whose claims lose some. */
    public static String user(JsonObject line) {
        String who = Pretty.member(line, "user_id");
        Optional<String> error = Pretty.error(line);
        if (error.isPresent()) {
            return Table.Style.bold(who) + "\n" + error.get();
        }
        StringBuilder text = new StringBuilder(Table.Style.bold(who));
        JsonArray decisions = array(line, "decisions");
        if (!decisions.elements().isEmpty()) {
            text.append('\n').append(Pretty.decisions(decisions));
        }
        for (JsonValue connection : array(line, "profile_data").elements()) {
            text.append("\n  denied claims leave ").append(Table.printable(Pretty.text(connection)));
        }
        return text.append(Pretty.warnings(line)).toString();
    }

    /** The totals, and whether anything was written. */
    public static String totals(JsonObject totals) {
        boolean applied = totals.get("applied").equals(Optional.of(JsonBoolean.TRUE));
        return Pretty.members(totals) + (applied ? "" : "\n  nothing was written: --apply carries it out");
    }

    private static JsonArray array(JsonObject line, String name) {
        return line.get(name).orElse(JsonArray.of()) instanceof JsonArray array ? array : JsonArray.of();
    }
}
