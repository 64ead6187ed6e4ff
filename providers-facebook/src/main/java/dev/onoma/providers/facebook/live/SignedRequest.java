package dev.onoma.providers.facebook.live;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.user.IdentityKey;
import dev.onoma.oauth.denial.Denial;
import java.time.Instant;
import java.util.Optional;

/**
 * What Facebook posts when a person removes the app, or asks for their data to be deleted: whose identity it is about, or
 * why it is not believed. A value; what follows from it is for the application to do and to answer.
 */
public sealed interface SignedRequest {
    /** The identity that it is about; empty when it is not believed. */
    Optional<IdentityKey> identity();

    /**
     * A request that Facebook made, a short while ago. It may come a second time within that while.
     *
     * @param about the identity that it is about; that it is known here is not said
     * @param issuedAt when Facebook made it
     */
    record Authentic(IdentityKey about, Instant issuedAt) implements SignedRequest {
        public Authentic {
            requireNonNull(about, "about");
            requireNonNull(issuedAt, "issuedAt");
        }

        @Override
        public Optional<IdentityKey> identity() {
            return Optional.of(about);
        }

        /** Without the identity: it is a person. */
        @Override
        public String toString() {
            return "SignedRequest.Authentic[" + about.connection() + ", " + issuedAt + "]";
        }
    }

    /**
     * A request that nobody should act on: answer it with status 400.
     *
     * @param denial why
     */
    record Denied(Denial denial) implements SignedRequest {
        public Denied {
            requireNonNull(denial, "denial");
        }

        @Override
        public Optional<IdentityKey> identity() {
            return Optional.empty();
        }
    }
}
