package dev.onoma.testkit.oauth.http;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A JSON object's text, spoilt in the ways that parsers disagree about. */
public final class BrokenJson {
    private BrokenJson() {}

    /** Every member once more, under another value. */
    public static String duplicateMembers(JsonObject object) {
        StringBuilder again = new StringBuilder();
        for (String name : object.names()) {
            again.append(',').append(new JsonString(name).toJson()).append(":\"again\"");
        }
        return inside(object, again.toString());
    }

    /** {@code [["name", value], ...]}. */
    public static String arrayOfPairs(JsonObject object) {
        List<String> pairs = new ArrayList<>();
        object.forEach((name, value) -> pairs.add("[" + new JsonString(name).toJson() + "," + value.toJson() + "]"));
        return "[" + String.join(",", pairs) + "]";
    }

    /** One more member, of arrays in arrays. */
    public static String deepNesting(JsonObject object, int depth) {
        return inside(object, ",\"deep\":" + "[".repeat(depth) + "]".repeat(depth));
    }

    /** So many members more. */
    public static String manyMembers(JsonObject object, int members) {
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < members; i++) {
            more.append(",\"member_").append(i).append("\":0");
        }
        return inside(object, more.toString());
    }

    /** One more member, whose value is a byte that begins no character. */
    public static byte[] invalidUtf8(JsonObject object) {
        byte[] text = inside(object, ",\"bytes\":\"?\"").getBytes(StandardCharsets.UTF_8);
        text[text.length - 3] = (byte) 0xFF;
        return text;
    }

    /** The text after a byte order mark. */
    public static byte[] byteOrderMark(byte[] text) {
        byte[] marked = new byte[text.length + 3];
        marked[0] = (byte) 0xEF;
        marked[1] = (byte) 0xBB;
        marked[2] = (byte) 0xBF;
        System.arraycopy(text, 0, marked, 3, text.length);
        return marked;
    }

    /** White space inside an object, so many bytes of it. */
    static byte[] whiteSpace(int bytes) {
        byte[] text = new byte[bytes];
        Arrays.fill(text, (byte) ' ');
        text[0] = '{';
        text[bytes - 1] = '}';
        return text;
    }

    static JsonObject object(byte[] text) {
        return JsonValue.parse(new String(text, StandardCharsets.UTF_8)) instanceof JsonObject object
                ? object
                : JsonObject.EMPTY;
    }

    private static String inside(JsonObject object, String more) {
        String text = object.toJson();
        String open = text.substring(0, text.length() - 1);
        return (object.isEmpty() ? open + more.substring(1) : open + more) + "}";
    }
}
