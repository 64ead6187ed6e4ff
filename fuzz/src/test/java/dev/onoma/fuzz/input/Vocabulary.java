package dev.onoma.fuzz.input;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names and values of some documents, and values that have been trouble elsewhere.
 *
 * @param values those that are arrays or objects
 */
record Vocabulary(List<String> names, List<String> texts, List<String> numbers, List<JsonValue> values) {
    private static final List<String> TEXTS = List.of(
            Marker.TEXT,
            "",
            " ",
            "null",
            "true",
            "1",
            "a",
            "é",
            "ı",
            "ß",
            "\u0000",
            "\uD800",
            "\uDC00",
            "\uD83D\uDE00",
            "\u202E",
            "a@b.example",
            "@",
            "a@",
            "Ana <a@b.example>",
            "a@xn--bcher-kva.example",
            "a@bücher.example",
            "https://x.example/p?q=1",
            "http://[::1",
            "//x",
            "javascript:1",
            "+385911234567",
            "|",
            "2026-01-31T12:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-999999999999999999999");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "1.0",
            "1e2",
            "9007199254740993",
            "9223372036854775808",
            "1e999",
            "1e-999",
            "123456789012345678901234567890",
            "0.1");

    Vocabulary {
        names = List.copyOf(names);
        texts = List.copyOf(texts);
        numbers = List.copyOf(numbers);
        values = List.copyOf(values);
    }

    static Vocabulary of(List<JsonObject> documents) {
        Set<String> names = new LinkedHashSet<>(List.of("id", "sub", "a", "", "__proto__", "access_token"));
        Set<String> texts = new LinkedHashSet<>(TEXTS);
        Set<String> numbers = new LinkedHashSet<>(NUMBERS);
        Set<JsonValue> values = new LinkedHashSet<>(List.of(JsonObject.EMPTY));
        documents.forEach(document -> collect(document, names, texts, numbers, values));
        return new Vocabulary(List.copyOf(names), List.copyOf(texts), List.copyOf(numbers), new ArrayList<>(values));
    }

    private static void collect(
            JsonValue value, Set<String> names, Set<String> texts, Set<String> numbers, Set<JsonValue> values) {
        if (value instanceof JsonObject object) {
            values.add(object);
            names.addAll(object.names());
            object.forEach((name, member) -> collect(member, names, texts, numbers, values));
        } else if (value instanceof JsonArray array) {
            values.add(array);
            array.elements().forEach(element -> collect(element, names, texts, numbers, values));
        } else if (value instanceof JsonString text) {
            texts.add(text.value());
        } else if (value instanceof JsonNumber number) {
            numbers.add(number.text());
        }
    }

    @Override
    public String toString() {
        return "Vocabulary[" + names.size() + " names]";
    }
}
