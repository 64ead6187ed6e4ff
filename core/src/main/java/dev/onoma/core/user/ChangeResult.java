package dev.onoma.core.user;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.RefusedException;
import java.util.Optional;

/** What became of a change that is no login: done, or refused and why. A value. */
public sealed interface ChangeResult {
    /** Why the change was refused, with nothing of it carried out; empty when it was done. */
    Optional<Refusal> refusal();

    /**
     * What was done.
     *
     * @throws RefusedException when the change was refused
     */
    default Done orElseThrow() {
        if (this instanceof Done done) {
            return done;
        }
        throw refusal().orElseThrow().asException();
    }

    /** A change that is refused. */
    static ChangeResult refused(RefusalCode code, String message) {
        return new Refused(new Refusal(code, message));
    }

    /**
     * A change that was done, or had nothing to do.
     *
     * @param before the user before; empty when only a tombstone was there
     * @param after the user after; empty when it was deleted
     * @param other of a link the user that went, of an unlink the one that came; otherwise empty
     */
    record Done(Optional<User> before, Optional<User> after, Optional<User> other) implements ChangeResult {
        public Done {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
            requireNonNull(other, "other");
        }

        public static Done of(User before, User after) {
            return new Done(Optional.of(before), Optional.of(after), Optional.empty());
        }

        /** Whether anything changed. */
        public boolean isChange() {
            return before.isEmpty() || !before.equals(after) || other.isPresent();
        }

        @Override
        public Optional<Refusal> refusal() {
            return Optional.empty();
        }
    }

    /**
     * A change that was refused.
     *
     * @param reason why
     */
    record Refused(Refusal reason) implements ChangeResult {
        @Override
        public Optional<Refusal> refusal() {
            return Optional.of(reason);
        }
    }
}
