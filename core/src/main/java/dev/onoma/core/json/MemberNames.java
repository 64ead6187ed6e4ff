package dev.onoma.core.json;

import java.util.List;

/** Names of members that are looked for together, in one object after the other. Immutable. */
public final class MemberNames {
    private final List<String> names;
    private final long[] bits;

    private MemberNames(List<String> names) {
        this.names = names;
        this.bits = names.stream().mapToLong(JsonObject::bit).toArray();
    }

    /** Some names, of which few objects have any. */
    public static MemberNames of(String... names) {
        return new MemberNames(List.of(names));
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    int size() {
        return bits.length;
    }

    String name(int i) {
        return names.get(i);
    }

    long bit(int i) {
        return bits[i];
    }
}
