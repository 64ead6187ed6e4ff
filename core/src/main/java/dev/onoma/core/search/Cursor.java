package dev.onoma.core.search;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in an order of users: behind the last user of a page. It stays valid whatever happens to that user. Callers
 * keep its {@link #text()} and look no further: it holds what the user was sorted by, so it is for those who may see
 * users.
 */
public final class Cursor {
    private final Sort sort;
    private final Optional<Object> value;
    private final UserId id;

    private Cursor(Sort sort, Optional<Object> value, UserId id) {
        this.sort = sort;
        this.value = value;
        this.id = id;
    }

    /** Behind a user. */
    public static Cursor after(User user, Sort sort) {
        return new Cursor(sort, FieldValues.of(sort.field(), user).stream().findFirst(), user.id());
    }

    /** Behind a user id, in the order of user ids; nobody needs to have it. */
    public static Cursor after(UserId id) {
        return new Cursor(Sort.BY_ID, Optional.of(id.value()), id);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws InvalidQueryException when it is not that
     */
    public static Cursor parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(requireNonNull(text, "text"));
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (JsonValue.parse(json) instanceof JsonObject object) {
                return read(object);
            }
        } catch (IllegalArgumentException | CharacterCodingException | JsonException | DateTimeException unreadable) {
            throw invalid();
        }
        throw invalid();
    }

    private static Cursor read(JsonObject json) {
        Sort sort = Sort.parse(string(json, "sort").orElseThrow(Cursor::invalid));
        UserId id = UserId.of(string(json, "id").orElseThrow(Cursor::invalid));
        return new Cursor(sort, string(json, "value").map(value -> typed(sort, value)), id);
    }

    private static Optional<String> string(JsonObject json, String name) {
        return json.get(name).map(value -> {
            if (value instanceof JsonString string && !Characters.isUnsafe(string.value())) {
                return string.value();
            }
            throw invalid();
        });
    }

    private static Object typed(Sort sort, String value) {
        return switch (sort.field().kind()) {
            case NUMBER -> Numbers.integer(value).orElseThrow(Cursor::invalid);
            case TIME -> Instant.parse(value);
            case TEXT, BOOLEAN, JSON -> value;
        };
    }

    static InvalidQueryException invalid() {
        return new InvalidQueryException("cursor", 1, "the cursor of a page of the same order");
    }

    /** The order it is a place in. */
    public Sort sort() {
        return sort;
    }

    /**
     * What the last user was sorted by, as the field compares it: a {@code String}, {@code BigDecimal} or
     * {@code Instant}; empty when the user had no value.
     */
    public Optional<Object> value() {
        return value;
    }

    /** The last user's id. */
    public UserId id() {
        return id;
    }

    /** Text for URLs and files, which {@link #parse} reads. */
    public String text() {
        JsonObject.Builder json = JsonObject.builder().put("sort", sort.text()).put("id", id.value());
        value.ifPresent(some ->
                json.put("value", some instanceof BigDecimal number ? number.toPlainString() : some.toString()));
        byte[] bytes = json.build().toJson().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** How it lies to another place in the same order: negative when it comes before. */
    int compareTo(Cursor other) {
        int order = compareValues(other);
        return order != 0 ? order : id.value().compareTo(other.id.value());
    }

    private int compareValues(Cursor other) {
        if (value.isEmpty() || other.value.isEmpty()) {
            return Boolean.compare(value.isEmpty(), other.value.isEmpty());
        }
        int order = compare(value.get(), other.value.get());
        return sort.isAscending() ? order : -order;
    }

    private static int compare(Object one, Object other) {
        if (one instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) other);
        }
        return one instanceof Instant time ? time.compareTo((Instant) other) : ((String) one).compareTo((String) other);
    }

    @Override
    public String toString() {
        return "Cursor[" + sort.text() + "]";
    }
}
