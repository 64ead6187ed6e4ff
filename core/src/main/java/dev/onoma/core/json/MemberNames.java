package dev.onoma.core.json;

import java.util.List;

/** Names of members that are looked for together, in one object after the other. Immutable. */
public final class MemberNames {
    private final List<String> names;
    private final long bits;

    private MemberNames(List<String> names) {
        this.names = names;
        this.bits = names.stream().mapToLong(JsonObject::bit).reduce(0, (some, more) -> some | more);
    }

    /** Some names, of which few objects have any. */
    public static MemberNames of(String... names) {
        return new MemberNames(List.of(names));
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    List<String> names() {
        return names;
    }

    /** The names' {@linkplain JsonObject#bit bits}: an object with none of them has none of the names. */
    long bits() {
        return bits;
    }
}
