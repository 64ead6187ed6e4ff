package dev.onoma.core.provider;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.json.JsonValue;
import java.util.List;

/** Where a provider says whether an address is verified. Immutable. */
public final class Flag {
    private static final FlagConverter BOOLEAN = (value, address) -> FlagState.of(value);

    private static final Flag UNSAID = new Flag(List.of(), BOOLEAN);

    private final List<ClaimPath> paths;
    private final FlagConverter converter;

    private Flag(List<ClaimPath> paths, FlagConverter converter) {
        this.paths = paths;
        this.converter = converter;
    }

    /**
     * In a boolean claim; candidate paths are separated by {@code |}.
     *
     * @throws IllegalArgumentException when a path is not a path
     */
    public static Flag claim(String paths) {
        return claim(paths, BOOLEAN);
    }

    /**
     * In a claim that is no boolean: what it says is for the converter to find out. The first path that says something
     * counts.
     *
     * @throws IllegalArgumentException when a path is not a path
     */
    public static Flag claim(String paths, FlagConverter converter) {
        return new Flag(ClaimPath.listOf(paths), requireNonNull(converter, "converter"));
    }

    /** Nowhere: the provider does not say, whatever its documents hold. */
    public static Flag unsaid() {
        return UNSAID;
    }

    List<ClaimPath> paths() {
        return paths;
    }

    /** Whether what is neither true nor false is a mistake of the provider's. */
    boolean isBoolean() {
        return converter == BOOLEAN;
    }

    FlagState state(JsonValue value, String address) {
        return converter.convert(value, address);
    }
}
