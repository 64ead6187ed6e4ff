package dev.onoma.providers.database.guard;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumMap;

/** All limits of accounts, each with its default unless changed. Immutable. What is exactly at a limit is allowed. */
public final class AccountLimits {
    /** Every limit at its default. */
    public static final AccountLimits STANDARD = new AccountLimits(new EnumMap<>(AccountLimit.class));

    private final EnumMap<AccountLimit, Integer> changed;

    private AccountLimits(EnumMap<AccountLimit, Integer> changed) {
        this.changed = changed;
    }

    /** The value of one limit, in the unit that {@link AccountLimit} gives. */
    public int of(AccountLimit limit) {
        Integer value = changed.get(limit);
        return value == null ? limit.standard() : value;
    }

    /** The value of a limit that is given in seconds. */
    public Duration seconds(AccountLimit limit) {
        return Duration.ofSeconds(of(limit));
    }

    /**
     * These limits with one changed.
     *
     * @throws IllegalArgumentException when the value is below one
     */
    public AccountLimits with(AccountLimit limit, int value) {
        requireNonNull(limit, "limit");
        if (value < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be at least 1");
        }
        EnumMap<AccountLimit, Integer> more = new EnumMap<>(changed);
        if (value == limit.standard()) {
            more.remove(limit);
        } else {
            more.put(limit, value);
        }
        return new AccountLimits(more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountLimits limits && changed.equals(limits.changed);
    }

    @Override
    public int hashCode() {
        return changed.hashCode();
    }

    @Override
    public String toString() {
        return "AccountLimits" + changed;
    }
}
