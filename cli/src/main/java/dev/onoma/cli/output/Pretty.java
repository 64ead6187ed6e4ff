package dev.onoma.cli.output;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Results for reading: a line that says what happened, and a small table of attributes. */
public final class Pretty {
    private Pretty() {}

    /** A normalized profile, or the error in its place. */
    public static String profile(JsonObject result) {
        Optional<String> error = error(result);
        if (error.isPresent()) {
            return error.get();
        }
        List<String> derived = new ArrayList<>();
        if (result.get("derived").orElse(JsonArray.of()) instanceof JsonArray names) {
            names.elements().forEach(name -> derived.add(text(name)));
        }
        if (result.has("explanation")) {
            return headline(member(result, "provider") + " " + member(result, "subject")) + "\n"
                    + PrettyExplanation.table(
                            object(result, "root"), result.get("explanation").orElseThrow())
                    + warnings(result);
        }
        Table table = new Table("attribute", "value", "from");
        object(result, "root")
                .forEach((name, value) -> table.add(
                        name, text(value), derived.contains(name) ? "derived" : member(result, "connection")));
        return headline(member(result, "provider") + " " + member(result, "subject")) + "\n" + table.print()
                + warnings(result);
    }

    /** The result of an operation. */
    public static String operation(JsonObject result) {
        Optional<String> error = error(result);
        if (error.isPresent()) {
            return error.get();
        }
        String who = result.has("user") || result.has("user_id")
                ? " " + member(result.has("user") ? object(result, "user") : result, "user_id")
                : "";
        String configured = result.has("connection") ? " " + member(result, "connection") : "";
        String link = result.get("link").isPresent() ? "  " + member(object(result, "link"), "decision") : "";
        String preview = result.has("preview") ? "  (preview)" : "";
        String headline = headline(member(result, "outcome") + who + configured + link + preview);
        if (result.get("decisions").orElse(JsonNull.NULL) instanceof JsonArray decisions) {
            return headline + "\n" + decisions(decisions) + warnings(result);
        }
        String other = result.has("new_user") ? "\n  new user: " + member(object(result, "new_user"), "user_id") : "";
        return result.has("user") ? headline + "\n" + user(object(result, "user")) + other : headline;
    }

    /** Users as one table, a line each. */
    public static String users(List<JsonObject> users) {
        Table table = new Table("user_id", "name", "email", "connection", "logins", "last login", "");
        for (JsonObject user : users) {
            JsonObject primary = user.get("identities").orElse(JsonArray.of()) instanceof JsonArray identities
                            && identities.elements().get(0) instanceof JsonObject first
                    ? first
                    : JsonObject.EMPTY;
            table.add(
                    member(user, "user_id"),
                    member(user, "name"),
                    member(user, "email"),
                    member(primary, "connection"),
                    member(user, "logins_count"),
                    member(user, "last_login"),
                    user.get("blocked").equals(Optional.of(JsonBoolean.TRUE)) ? "blocked" : "");
        }
        return table.print();
    }

    /** One user as a table of its attributes. */
    public static String shown(JsonObject user) {
        return headline(member(user, "user_id")) + "\n" + user(user);
    }

    /** Events as one table, a line each. */
    public static String events(List<JsonObject> events) {
        Table table = new Table("at", "type", "connection", "client", "ip", "detail", "user agent");
        for (JsonObject event : events) {
            table.add(
                    member(event, "at"),
                    member(event, "type"),
                    member(event, "connection"),
                    member(event, "client_id"),
                    member(event, "ip"),
                    member(event, "detail"),
                    member(event, "user_agent"));
        }
        return table.print();
    }

    /** The members of an object as one table. */
    public static String members(JsonObject object) {
        Table table = new Table(object.names().toArray(new String[0]));
        table.add(object.names().stream().map(name -> member(object, name)).toArray(String[]::new));
        return table.print();
    }

    static String decisions(JsonArray decisions) {
        Table table = new Table("attribute", "action", "old value", "new value", "owner", "rule", "reason");
        for (JsonValue element : decisions.elements()) {
            JsonObject decision = (JsonObject) element;
            table.add(
                    member(decision, "attribute"),
                    member(decision, "action"),
                    member(decision, "before"),
                    member(decision, "after"),
                    member(decision, "owner"),
                    member(decision, "rule"),
                    member(decision, "reason"));
        }
        return table.print();
    }

    private static String user(JsonObject user) {
        JsonObject owners = object(user, "owners");
        Table table = new Table("attribute", "value", "owner");
        user.forEach((name, value) -> {
            if (owners.has(name)) {
                table.add(name, text(value), member(owners, name));
            } else if (value instanceof JsonArray identities) {
                table.add(name, identities(identities), "");
            } else if (!name.equals("owners") && !name.equals("user_id")) {
                table.add(name, text(value), "");
            }
        });
        return table.print();
    }

    /** The primary one first. */
    private static String identities(JsonArray identities) {
        return identities.elements().stream()
                .map(identity ->
                        member((JsonObject) identity, "connection") + " " + member((JsonObject) identity, "user_id"))
                .collect(Collectors.joining(", "));
    }

    static String warnings(JsonObject result) {
        StringBuilder lines = new StringBuilder();
        if (result.get("warnings").orElse(JsonArray.of()) instanceof JsonArray warnings) {
            for (JsonValue element : warnings.elements()) {
                JsonObject warning = (JsonObject) element;
                lines.append("\n  ")
                        .append(Table.Style.styled("yellow", "warning"))
                        .append(": ")
                        .append(member(warning, "code"))
                        .append(" at ")
                        .append(member(warning, "path"))
                        .append(": found ")
                        .append(member(warning, "found"))
                        .append(", expected ")
                        .append(member(warning, "expected"));
            }
        }
        return lines.toString();
    }

    static Optional<String> error(JsonObject result) {
        return result.get("error")
                .map(error -> Table.Style.styled("red", "refused") + ": " + member((JsonObject) error, "code") + ": "
                        + member((JsonObject) error, "message"));
    }

    private static String headline(String text) {
        return Table.Style.bold(text);
    }

    static JsonObject object(JsonObject in, String name) {
        return in.get(name).orElse(JsonObject.EMPTY) instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    static String member(JsonObject object, String name) {
        return object.get(name).map(Pretty::text).map(Table::printable).orElse("");
    }

    /** A value as people read it: text without quotes, a pair as its address and whether it is verified. */
    static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        if (value instanceof JsonNumber number) {
            return number.text();
        }
        if (value instanceof JsonBoolean bool) {
            return bool.value() ? "true" : "false";
        }
        if (value == JsonNull.NULL) {
            return "-";
        }
        if (value instanceof JsonObject object && object.size() == 2) {
            List<String> names = object.names();
            if (names.get(1).endsWith("_verified")) {
                String verified = object.get(names.get(1)).equals(Optional.of(JsonBoolean.TRUE)) ? "" : "not ";
                return member(object, names.get(0)) + " (" + verified + "verified)";
            }
        }
        return value.toJson();
    }
}
