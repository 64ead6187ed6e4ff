package dev.onoma.providers.database.account;

import dev.onoma.core.Refusal;
import dev.onoma.core.claims.Claims;

/** What came of a login that a custom database was asked about. */
sealed interface Arrival {
    /**
     * The password was right, and what there is to store is stored.
     *
     * @param claims with which the person logs in
     */
    record Arrived(Claims claims) implements Arrival {}

    /**
     * The attempt failed, and counts.
     *
     * @param refusal why
     */
    record Failed(Refusal refusal) implements Arrival {}

    /**
     * It came to no answer, or to one that cannot be used: nobody's failed attempt.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Arrival {}
}
