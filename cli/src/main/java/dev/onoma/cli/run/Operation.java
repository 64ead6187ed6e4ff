package dev.onoma.cli.run;

import dev.onoma.cli.json.RawJson;
import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One line of a scenario: a name and an object whose fields are kept as they were written until they are asked for. */
final class Operation {
    private static final String AT = "at";

    private final String name;
    private final Map<String, byte[]> fields;
    private final Optional<Instant> at;

    private Operation(String name, Map<String, byte[]> fields) {
        this.name = name;
        this.fields = fields;
        this.at = text(AT).map(text -> ScenarioClock.parse(text)
                .orElseThrow(() -> new WrongLineException(name + ": at must be a time in ISO 8601")));
    }

    /**
     * The operation of a line.
     *
     * @throws WrongLineException when the line is no JSON object with one member that is an object, and perhaps a time
     */
    static Operation parse(byte[] line) {
        Map<String, byte[]> members = new LinkedHashMap<>(RawJson.members(line)
                .orElseThrow(() -> new WrongLineException(
                        startsWithMark(line)
                                ? "not a JSON object: it begins with a byte order mark"
                                : "not a JSON object")));
        Optional<byte[]> time = Optional.ofNullable(members.remove(AT));
        if (members.size() != 1) {
            throw new WrongLineException("an operation must be an object with one member, its name");
        }
        Map.Entry<String, byte[]> member = members.entrySet().iterator().next();
        Map<String, byte[]> fields = new LinkedHashMap<>(RawJson.members(member.getValue())
                .orElseThrow(() -> new WrongLineException("the operation's value must be an object, each name once")));
        // The time may stand beside the operation's name too; the one inside is the operation's own.
        time.ifPresent(bytes -> fields.putIfAbsent(AT, bytes));
        return new Operation(member.getKey(), fields);
    }

    /** An editor's addition that nobody sees. */
    private static boolean startsWithMark(byte[] line) {
        return new String(line, StandardCharsets.UTF_8).startsWith("\uFEFF");
    }

    String name() {
        return name;
    }

    /** When it happens, where it says so. */
    Optional<Instant> at() {
        return at;
    }

    /**
     * Checks that there are no other fields than these.
     *
     * @throws WrongLineException naming one that is not known
     */
    void allow(Set<String> known) {
        unknown(known).ifPresent(field -> {
            throw new WrongLineException(name + " has no field \"" + field + "\"");
        });
    }

    /** A field that is none of these, if there is one. */
    Optional<String> unknown(Set<String> known) {
        return fields.keySet().stream()
                .filter(field -> !known.contains(field) && !field.equals(AT))
                .findFirst();
    }

    /** A field as it was written. */
    Optional<byte[]> raw(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /**
     * A field's value.
     *
     * @throws JsonException when it has a name twice, or is over a limit
     */
    Optional<JsonValue> value(String field) {
        return raw(field)
                .map(bytes -> JsonDocument.parse(bytes, Limits.STANDARD).value());
    }

    Optional<String> text(String field) {
        return value(field).map(value -> {
            if (value instanceof JsonString string) {
                return string.value();
            }
            throw wrongType(field, "a string", value);
        });
    }

    String requiredText(String field) {
        return text(field).orElseThrow(() -> new WrongLineException(name + " needs a field \"" + field + "\""));
    }

    boolean flag(String field) {
        JsonValue value = value(field).orElse(JsonBoolean.FALSE);
        if (value instanceof JsonBoolean flag) {
            return flag.value();
        }
        throw wrongType(field, "a boolean", value);
    }

    /** The given fields of the operation as an object. */
    JsonObject object(Set<String> names) {
        JsonObject.Builder object = JsonObject.builder();
        for (String field : fields.keySet()) {
            if (names.contains(field)) {
                value(field).ifPresent(value -> object.put(field, value));
            }
        }
        return object.build();
    }

    private WrongLineException wrongType(String field, String expected, JsonValue value) {
        return new WrongLineException(name + ": " + field + " must be " + expected + ", but is "
                + value.type().phrase());
    }
}
