package dev.onoma.core.json;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain Java objects as JSON values. */
final class JavaConversion {
    private JavaConversion() {}

    static JsonValue toJson(@Nullable Object value, String place) {
        if (value == null) {
            return JsonNull.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof String text) {
            return new JsonString(text);
        }
        if (value instanceof Boolean bool) {
            return JsonBoolean.of(bool);
        }
        if (value instanceof Number number) {
            return number(number, place);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map, place);
        }
        if (value instanceof Collection<?> collection) {
            return array(collection, place);
        }
        if (value.getClass().isArray()) {
            List<@Nullable Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            return array(elements, place);
        }
        return tokenType(value, place);
    }

    /** Not by {@code Date.toInstant()}, which the dates of java.sql refuse. */
    @SuppressWarnings("JavaUtilDate")
    private static JsonNumber seconds(Date date) {
        return JsonNumber.of(Math.floorDiv(date.getTime(), 1_000L));
    }

    private static JsonValue tokenType(Object value, String place) {
        if (value instanceof Instant instant) {
            return JsonNumber.of(instant.getEpochSecond());
        }
        if (value instanceof Date date) {
            return seconds(date);
        }
        if (value instanceof URL || value instanceof URI || value instanceof CharSequence) {
            return new JsonString(value.toString());
        }
        throw new IllegalArgumentException(place + " is a " + value.getClass().getName() + ", which has no JSON form");
    }

    private static JsonValue number(Number number, String place) {
        if ((number instanceof Double || number instanceof Float) && !Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException(place + " is not a finite number, which has no JSON form");
        }
        return number instanceof BigDecimal decimal
                ? JsonNumber.of(decimal.toString())
                : JsonNumber.of(number.toString());
    }

    private static JsonObject object(Map<?, ?> map, String place) {
        JsonObject.Builder object = JsonObject.builder();
        map.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException(place + " has a name that is not a string");
            }
            object.put(text, toJson(value, place + "." + text));
        });
        return object.build();
    }

    private static JsonArray array(Collection<?> elements, String place) {
        List<JsonValue> values = new ArrayList<>(elements.size());
        for (Object element : elements) {
            values.add(toJson(element, place + "[" + values.size() + "]"));
        }
        return new JsonArray(values);
    }
}
