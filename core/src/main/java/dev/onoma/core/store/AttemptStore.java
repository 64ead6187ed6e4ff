package dev.onoma.core.store;

import java.time.Instant;

/**
 * Counts attempts, so that guessing ends: by what is guessed at, and from where. Counts are exact whatever the number of
 * simultaneous attempts and nodes. Thread-safe.
 */
public interface AttemptStore {
    /**
     * Counts one more attempt, and answers how many there were with it.
     *
     * @param key up to 64 ASCII characters, from which neither name nor address follows
     * @param now a count whose time is over by now begins again
     * @param until when a count that begins now is forgotten; one that goes on keeps its time
     */
    long count(String key, Instant now, Instant until);

    /** How many attempts there were; 0 when there were none, or their time is over. */
    long attempts(String key, Instant now);

    /**
     * Takes one attempt back that was counted, since it did not come to a look at what was typed. A count that is over, or
     * was forgotten meanwhile, stays so, and none is below zero.
     */
    void giveBack(String key, Instant now);

    /** Forgets a count: the attempt was a success, or an administrator says so. */
    void forget(String key);
}
