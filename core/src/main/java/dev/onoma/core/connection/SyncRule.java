package dev.onoma.core.connection;

import java.util.Locale;
import java.util.Optional;

/** When a login writes one root attribute. The first three are also a connection's modes. */
public enum SyncRule {
    /** Each login overwrites it. */
    ON_EACH_LOGIN,
    /** Only the login that creates the user writes it; afterwards it may be edited. */
    ON_FIRST_LOGIN,
    /** No login writes it, not even the one that creates the user. */
    NEVER_ON_LOGIN,
    /** Each login overwrites it until a user or an administrator edits it; removing it hands it back. */
    UNTIL_EDITED,
    /** A login writes it only where nothing stands, or a derived value. */
    WHEN_EMPTY;

    /** The rule's word in configuration and explanations, such as {@code on_each_login}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a connection may have it as its mode. */
    public boolean isMode() {
        return this == ON_EACH_LOGIN || this == ON_FIRST_LOGIN || this == NEVER_ON_LOGIN;
    }

    /** The rule of that word. */
    public static Optional<SyncRule> named(String word) {
        for (SyncRule rule : values()) {
            if (rule.word().equals(word)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
