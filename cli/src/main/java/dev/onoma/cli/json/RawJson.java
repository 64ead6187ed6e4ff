package dev.onoma.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts JSON texts apart without changing a byte, so that limits, duplicate names and digits are judged by the library,
 * as they are when a provider's answer comes in.
 */
public final class RawJson {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private RawJson() {}

    /**
     * The members of an object, each value as it was written; empty when the text is no single object, or has a name
     * twice, or begins with a byte order mark.
     */
    public static Optional<Map<String, byte[]>> members(byte[] text) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            // The parser would step over a byte order mark, which the library refuses.
            if ((text.length > 0 && text[0] == (byte) 0xEF) || parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                int to = endOfValue(parser);
                if (from < 0 || members.put(name, Arrays.copyOfRange(text, from, to)) != null) {
                    return Optional.empty();
                }
            }
            return parser.nextToken() == null ? Optional.of(members) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /**
     * The documents that follow each other in a text. What is no JSON is a document too, up to the next line that
     * begins with a brace, so that one broken document does not swallow the next.
     */
    public static List<byte[]> documents(byte[] text) {
        List<byte[]> documents = new ArrayList<>();
        int at = skipSpace(text, 0);
        while (at < text.length) {
            int end = endOfDocument(text, at);
            documents.add(Arrays.copyOfRange(text, at, end));
            at = skipSpace(text, end);
        }
        return documents;
    }

    private static int endOfDocument(byte[] text, int at) {
        try (JsonParser parser = FACTORY.createParser(text, at, text.length - at)) {
            parser.nextToken();
            int end = at + endOfValue(parser);
            return end > at ? end : text.length;
        } catch (IOException notJson) {
            return nextObjectLine(text, at);
        }
    }

    private static int endOfValue(JsonParser parser) throws IOException {
        parser.skipChildren();
        parser.finishToken();
        return (int) parser.currentLocation().getByteOffset();
    }

    private static int nextObjectLine(byte[] text, int at) {
        for (int i = at + 1; i < text.length; i++) {
            if (text[i] == '{' && text[i - 1] == '\n') {
                return i;
            }
        }
        return text.length;
    }

    private static int skipSpace(byte[] text, int from) {
        int at = from;
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
        return at;
    }
}
