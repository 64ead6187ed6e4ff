package dev.onoma.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Builds values from Jackson's tokens, counting depth and members as it goes. One reader reads one text. */
final class JsonReader {
    private final ValueBounds bounds;
    private final TextPlace start;

    /**
     * A reader of one text.
     *
     * @param start where the text begins, for messages
     */
    JsonReader(Limits limits, TextPlace start) {
        this.bounds = new ValueBounds(limits);
        this.start = start;
    }

    JsonValue read(byte[] utf8) {
        try (JsonParser parser = JsonDocument.FACTORY.createParser(utf8)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonException(Problem.INVALID_JSON, "the document is empty");
            }
            JsonValue value = value(parser, first, 1);
            if (parser.nextToken() != null) {
                throw invalid("has text after its end", parser.currentTokenLocation())
                        .asBroken();
            }
            return value;
        } catch (JsonProcessingException syntax) {
            // Jackson's message quotes the text, so neither it nor the exception goes on.
            throw invalid("is not JSON", syntax.getLocation()).asBroken();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonValue value(JsonParser parser, JsonToken token, int depth) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> array(parser, depth);
            case VALUE_STRING -> new JsonString(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw invalid("is not JSON", parser.currentTokenLocation());
        };
    }

    private JsonObject object(JsonParser parser, int depth) throws IOException {
        bounds.enter(depth);
        JsonObject.Builder object = JsonObject.builder();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            bounds.countMember();
            if (!object.add(name, member(parser, depth + 1))) {
                throw invalid("has a name twice in one object", parser.currentTokenLocation());
            }
        }
        return object.build();
    }

    /** The value of the name that was read last: most are text, which Jackson reads along with its token. */
    private JsonValue member(JsonParser parser, int depth) throws IOException {
        String text = parser.nextTextValue();
        return text != null ? new JsonString(text) : value(parser, parser.currentToken(), depth);
    }

    private JsonArray array(JsonParser parser, int depth) throws IOException {
        bounds.enter(depth);
        List<JsonValue> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token, depth + 1));
        }
        return new JsonArray(elements);
    }

    private JsonNumber number(JsonParser parser) throws IOException {
        String text = parser.getText();
        if (!bounds.allowsNumber(text)) {
            throw invalid("has a number with too many digits or too large an exponent", parser.currentTokenLocation());
        }
        return JsonNumber.trusted(text);
    }

    private JsonException invalid(String problem, JsonLocation at) {
        TextPlace place = start.plus(at.getLineNr(), at.getColumnNr());
        return new JsonException(Problem.INVALID_JSON, "the document " + problem + " (" + place.words() + ")");
    }
}
