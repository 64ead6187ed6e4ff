package dev.onoma.fuzz.input;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a JSON document of any bytes, so that no mutation is lost on syntax: one of the documents that are there, with
 * edits whose names and values come from all of them. Bytes that begin with a brace are a document themselves.
 */
public final class JsonGrammar {
    private static final int MOST_EDITS = 12;
    private static final int DEEPEST = 5;

    private final List<JsonObject> documents;
    private final Vocabulary words;

    /** A grammar over documents, at least one. */
    public JsonGrammar(List<JsonObject> documents) {
        this.documents = List.copyOf(documents);
        this.words = Vocabulary.of(documents);
    }

    /** The documents as inputs: as they are, and by their number. */
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            seeds.add(documents.get(i).toJson().getBytes(StandardCharsets.UTF_8));
            seeds.add(new byte[] {(byte) i, 2, 1, (byte) i, 5});
        }
        return seeds;
    }

    /** Whether an input is text, which need not be JSON. */
    public static boolean isText(byte[] input) {
        return input.length > 0 && (input[0] == '{' || input[0] == '[');
    }

    /** A document in UTF-8. */
    public byte[] document(byte[] input) {
        return isText(input) ? input.clone() : object(new Bytes(input)).toJson().getBytes(StandardCharsets.UTF_8);
    }

    /** The next document. */
    public JsonObject object(Bytes bytes) {
        JsonObject object = bytes.oneOf(documents);
        for (int edits = bytes.below(MOST_EDITS); edits > 0 && !bytes.isEnd(); edits--) {
            object = edited(object, bytes, 0);
        }
        return object;
    }

    private JsonObject edited(JsonObject object, Bytes bytes, int depth) {
        int kind = bytes.below(4);
        String name = kind == 0 || object.isEmpty() ? bytes.oneOf(words.names()) : bytes.oneOf(object.names());
        if (kind == 1) {
            return object.without(name);
        }
        JsonValue old = object.get(name).orElse(JsonNull.NULL);
        if (kind == 2 && depth < DEEPEST && old instanceof JsonObject inner) {
            return object.with(name, edited(inner, bytes, depth + 1));
        }
        if (kind == 2 && old instanceof JsonString text) {
            return object.with(
                    name,
                    new JsonString(
                            new Bytes(bytes.text(8).getBytes(StandardCharsets.ISO_8859_1)).edited(text.value())));
        }
        return object.with(name, value(bytes, depth));
    }

    private JsonValue value(Bytes bytes, int depth) {
        return switch (bytes.below(12)) {
            case 0 -> JsonNull.NULL;
            case 1 -> JsonBoolean.TRUE;
            case 2 -> JsonBoolean.FALSE;
            case 3 -> JsonNumber.of(bytes.oneOf(words.numbers()));
            case 4 -> depth < DEEPEST ? array(bytes, depth) : JsonArray.of();
            case 5 -> depth < DEEPEST ? members(bytes, depth) : JsonObject.EMPTY;
            case 6 -> new JsonString(bytes.text(bytes.below(40)));
            case 7 -> new JsonString(bytes.oneOf(words.texts()).repeat(1 << bytes.below(12)));
            case 8 -> new JsonString(bytes.oneOf(words.texts()) + bytes.oneOf(words.texts()));
            case 9 -> bytes.oneOf(words.values());
            default -> new JsonString(bytes.oneOf(words.texts()));
        };
    }

    private JsonArray array(Bytes bytes, int depth) {
        List<JsonValue> elements = new ArrayList<>();
        for (int more = bytes.below(4); more > 0; more--) {
            elements.add(value(bytes, depth + 1));
        }
        return new JsonArray(elements);
    }

    private JsonObject members(Bytes bytes, int depth) {
        JsonObject object = JsonObject.EMPTY;
        for (int more = bytes.below(4); more > 0; more--) {
            object = object.with(bytes.oneOf(words.names()), value(bytes, depth + 1));
        }
        return object;
    }
}
