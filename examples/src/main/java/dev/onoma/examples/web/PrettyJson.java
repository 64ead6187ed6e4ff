package dev.onoma.examples.web;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** JSON as people read it: a member a line. */
final class PrettyJson {
    private PrettyJson() {}

    static String write(JsonValue value) {
        StringBuilder text = new StringBuilder();
        write(value, "\n", text);
        return text.toString();
    }

    private static void write(JsonValue value, String line, StringBuilder text) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            List<Runnable> members = new ArrayList<>();
            object.forEach((name, member) -> members.add(() -> {
                text.append(new JsonString(name).toJson()).append(": ");
                write(member, line + "  ", text);
            }));
            block('{', members, '}', line, text);
        } else if (value instanceof JsonArray array && !array.elements().isEmpty()) {
            List<Runnable> elements = new ArrayList<>();
            array.elements().forEach(element -> elements.add(() -> write(element, line + "  ", text)));
            block('[', elements, ']', line, text);
        } else {
            text.append(value.toJson());
        }
    }

    private static void block(char open, List<Runnable> parts, char close, String line, StringBuilder text) {
        text.append(open);
        String separator = "";
        for (Runnable part : parts) {
            text.append(separator).append(line).append("  ");
            part.run();
            separator = ",";
        }
        text.append(line).append(close);
    }
}
