package dev.onoma.core.login;

import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * That a person logged in with an identity, at a time: what linking two users by hand asks for, twice. Only a login
 * makes one; it serves once, and only in the process and for the store that it was made in. Thread-safe.
 */
public final class LoginProof {
    private final UserStore store;
    private final IdentityKey identity;
    private final Instant at;
    private final AtomicBoolean used = new AtomicBoolean();

    LoginProof(UserStore store, IdentityKey identity, Instant at) {
        this.store = store;
        this.identity = identity;
        this.at = at;
    }

    /** Whether the login was made against this store. */
    boolean isFor(UserStore candidate) {
        return store == candidate;
    }

    /** The identity that logged in. */
    public IdentityKey identity() {
        return identity;
    }

    /** When it logged in. */
    public Instant at() {
        return at;
    }

    /** Takes the proof, which nobody else can have afterwards; false when it was taken already. */
    boolean take() {
        return used.compareAndSet(false, true);
    }

    /** Gives a taken proof back, because what it was taken for did not happen. */
    void giveBack() {
        used.set(false);
    }

    @Override
    public String toString() {
        return "LoginProof[" + identity.connection() + ", " + at + "]";
    }
}
