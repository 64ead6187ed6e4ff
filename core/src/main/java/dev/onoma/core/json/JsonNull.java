package dev.onoma.core.json;

/** JSON's {@code null}: said, and no value; not the same as absent. */
public enum JsonNull implements JsonValue {
    NULL;

    @Override
    public JsonType type() {
        return JsonType.NULL;
    }

    @Override
    public String toString() {
        return "null";
    }
}
