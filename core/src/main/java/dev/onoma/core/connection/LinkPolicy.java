package dev.onoma.core.connection;

import java.util.Locale;
import java.util.Optional;

/** What happens when a login's identity is new but could belong to a known user. */
public enum LinkPolicy {
    /** It makes a new user. The default. */
    NEVER,
    /** It makes a new user, and the result says which users it could belong to. */
    PROPOSE,
    /** It joins the one user that it safely belongs to; where that is not certain, it makes a new user. */
    AUTOMATIC;

    /** The policy's word in configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The policy of that word. */
    public static Optional<LinkPolicy> named(String word) {
        for (LinkPolicy policy : values()) {
            if (policy.word().equals(word)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
