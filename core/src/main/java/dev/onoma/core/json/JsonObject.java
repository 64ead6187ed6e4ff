package dev.onoma.core.json;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object: members in the order they were given, each name once. Two parallel arrays rather than a map, because
 * profiles have a dozen members and are made anew at each login; larger objects carry an index beside them.
 */
public final class JsonObject implements JsonValue {
    public static final JsonObject EMPTY = new JsonObject(new String[0], new JsonValue[0], 0, 0, null);

    /** From here on a linear search costs more than a hash; below it, less. */
    private static final int INDEXED_FROM = 17;

    /**
     * Of factors tried at random, one that gives no claim of a usual profile the bit of a claim about the message, such
     * as {@code iat}: these are looked for at each login, and are seldom there.
     */
    private static final int SPREADING = 0x3d4c70eb;

    private final String[] names;
    private final JsonValue[] values;
    private final int size;

    /** See {@link #bit(String)}. */
    private final long nameBits;

    private final @Nullable Map<String, Integer> index;

    private JsonObject(
            String[] names, JsonValue[] values, int size, long nameBits, @Nullable Map<String, Integer> index) {
        this.names = names;
        this.values = values;
        this.size = size;
        this.nameBits = nameBits;
        this.index = index;
    }

    /** A builder without members. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The object with the members of a map.
     *
     * @throws IllegalArgumentException when a value has no JSON form; see {@link JsonValue#from(Object)}
     */
    public static JsonObject from(Map<String, ? extends @Nullable Object> members) {
        return (JsonObject) JsonValue.from(members);
    }

    /** The value of a member; empty when there is no such member, {@link JsonNull} when it is null. */
    public Optional<JsonValue> get(String name) {
        int at = find(name);
        return at < 0 ? Optional.empty() : Optional.of(values[at]);
    }

    public boolean has(String name) {
        return find(name) >= 0;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The members' names, in order. */
    public List<String> names() {
        return List.of(Arrays.copyOf(names, size));
    }

    /** Calls the action for each member, in order. */
    public void forEach(BiConsumer<String, JsonValue> action) {
        for (int i = 0; i < size; i++) {
            action.accept(names[i], values[i]);
        }
    }

    /** This object without the members that do not pass; this very object when all do. */
    public JsonObject filter(BiPredicate<String, JsonValue> keep) {
        Builder kept = null;
        for (int i = 0; i < size; i++) {
            boolean keeps = keep.test(names[i], values[i]);
            if (!keeps && kept == null) {
                kept = new Builder();
                for (int j = 0; j < i; j++) {
                    kept.add(names[j], values[j]);
                }
            } else if (keeps && kept != null) {
                kept.add(names[i], values[i]);
            }
        }
        return kept == null ? this : kept.build();
    }

    /** This object with one member set: in its place where the name is there already, else at the end. */
    public JsonObject with(String name, JsonValue value) {
        return toBuilder().put(name, value).build();
    }

    /** This object without one member; this very object when it has none of that name. */
    public JsonObject without(String name) {
        return has(name) ? filter((member, value) -> !member.equals(name)) : this;
    }

    /** This object without some members; this very object when it has none of them. */
    public JsonObject without(MemberNames members) {
        return (nameBits & members.bits()) != 0 && hasAny(members)
                ? filter((name, value) -> !members.contains(name))
                : this;
    }

    private boolean hasAny(MemberNames members) {
        for (String name : members.names()) {
            if (has(name)) {
                return true;
            }
        }
        return false;
    }

    /** A builder that starts with this object's members. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        for (int i = 0; i < size; i++) {
            builder.add(names[i], values[i]);
        }
        return builder;
    }

    /**
     * One of 64 bits, by a name's hash. Where none of an object's names has the bit of another name, that name is not
     * there: so a duplicate is ruled out, and a claim that the provider does not send is missed, without a search.
     */
    static long bit(String name) {
        return 1L << ((name.hashCode() * SPREADING) >>> (Integer.SIZE - 6));
    }

    private int find(String name) {
        return (nameBits & bit(name)) == 0 ? -1 : find(names, size, index, name);
    }

    /** Common names are the very same strings wherever they are read, and need not be compared. */
    @SuppressWarnings("ReferenceEquality")
    private static int find(String[] names, int size, @Nullable Map<String, Integer> index, String name) {
        if (index != null) {
            return index.getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        return findEqual(names, size, name);
    }

    private static int findEqual(String[] names, int size, String name) {
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            // A string knows its hash once it was asked: names that differ are told apart without reading them.
            if (names[i].hashCode() == hash && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public JsonType type() {
        return JsonType.OBJECT;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof JsonObject object) || size != object.size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            // The same provider sends its members in the same order: most lookups end where they begin.
            int at = object.names[i].equals(names[i]) ? i : object.find(names[i]);
            if (at < 0 || !values[i].equals(object.values[at])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < size; i++) {
            hash += names[i].hashCode() ^ values[i].hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return "object[" + size + "]";
    }

    /** Collects members. Not for use by several threads, nor after {@link #build()}. */
    public static final class Builder {
        private String[] names = new String[12];
        private JsonValue[] values = new JsonValue[12];
        private int size;
        private long nameBits;
        private @Nullable Map<String, Integer> index;

        private Builder() {}

        /** Adds a member at the end, and says whether its name was free; where it was not, nothing changes. */
        public boolean add(String name, JsonValue value) {
            requireNonNull(value, "value");
            if (!addName(name)) {
                return false;
            }
            addValue(value);
            return true;
        }

        /** Takes a name for the value that is added next, and says whether it was free; where it was not, nothing changes. */
        boolean addName(String name) {
            requireNonNull(name, "name");
            long bit = bit(name);
            if ((nameBits & bit) != 0 && find(names, size, index, name) >= 0) {
                return false;
            }
            nameBits |= bit;
            if (size == names.length) {
                names = Arrays.copyOf(names, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            names[size] = name;
            return true;
        }

        /** Adds the value of the name that was taken last. */
        void addValue(JsonValue value) {
            values[size] = value;
            size++;
            keepIndex(names[size - 1]);
        }

        /** Sets a member: in its place where the name is there already, else at the end. */
        public Builder put(String name, JsonValue value) {
            if (!add(name, value)) {
                values[find(names, size, index, name)] = value;
            }
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, new JsonString(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, JsonBoolean.of(value));
        }

        public Builder put(String name, long value) {
            return put(name, JsonNumber.of(value));
        }

        private void keepIndex(String name) {
            if (index != null) {
                index.put(name, size - 1);
            } else if (size == INDEXED_FROM) {
                index = new HashMap<>();
                for (int i = 0; i < size; i++) {
                    index.put(names[i], i);
                }
            }
        }

        public JsonObject build() {
            return size == 0 ? EMPTY : new JsonObject(names, values, size, nameBits, index);
        }
    }
}
