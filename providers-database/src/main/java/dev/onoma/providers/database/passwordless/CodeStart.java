package dev.onoma.providers.database.passwordless;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusedException;
import java.time.Instant;
import java.util.Optional;

/** What became of asking for a code. It does not depend on whether anybody has the address. A value. */
public sealed interface CodeStart {
    /** Why nothing is sent; empty when something is. */
    Optional<Refusal> refusal();

    /**
     * What the browser keeps.
     *
     * @throws RefusedException when nothing is sent
     */
    default Sent orElseThrow() {
        if (this instanceof Sent sent) {
            return sent;
        }
        throw refusal().orElseThrow().asException();
    }

    /**
     * A code is on its way.
     *
     * @param handle for a cookie that scripts cannot read ({@code HttpOnly; Secure; SameSite=Lax}): letters, digits,
     *     {@code -} and {@code _}; some 150 of them for ordinary addresses. Code and link are good together with it alone; nobody
     *     can read the address in it
     * @param expiresAt until when code and link are good
     */
    record Sent(String handle, Instant expiresAt) implements CodeStart {
        public Sent {
            requireNonNull(handle, "handle");
            requireNonNull(expiresAt, "expiresAt");
        }

        @Override
        public Optional<Refusal> refusal() {
            return Optional.empty();
        }

        /** The time alone. */
        @Override
        public String toString() {
            return "Sent[" + expiresAt + "]";
        }
    }

    /**
     * Nothing is sent.
     *
     * @param reason why: {@code invalid_attribute too_many_messages}
     */
    record Refused(Refusal reason) implements CodeStart {
        @Override
        public Optional<Refusal> refusal() {
            return Optional.of(reason);
        }
    }
}
