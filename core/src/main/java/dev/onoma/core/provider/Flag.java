package dev.onoma.core.provider;

import dev.onoma.core.claims.ClaimPath;
import java.util.List;

/** Where a provider says whether an address is verified. Immutable. */
public final class Flag {
    private static final Flag UNSAID = new Flag(List.of());

    private final List<ClaimPath> paths;

    private Flag(List<ClaimPath> paths) {
        this.paths = paths;
    }

    /**
     * In a boolean claim; candidate paths are separated by {@code |}.
     *
     * @throws IllegalArgumentException when a path is not a path
     */
    public static Flag claim(String paths) {
        return new Flag(ClaimPath.listOf(paths));
    }

    /** Nowhere: the provider does not say, whatever its documents hold. */
    public static Flag unsaid() {
        return UNSAID;
    }

    List<ClaimPath> paths() {
        return paths;
    }
}
