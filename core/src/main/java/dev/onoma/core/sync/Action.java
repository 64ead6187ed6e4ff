package dev.onoma.core.sync;

import java.util.Locale;

/** What a login does to a root attribute. */
public enum Action {
    /** It takes the given value. */
    SET,
    /** It stays as it is, owner included. */
    KEPT,
    /** It is set no longer. */
    CLEARED,
    /** It takes a derived value. */
    DERIVED;

    /** The action's word, such as {@code kept}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
