package dev.onoma.core.login;

import dev.onoma.core.Refusal;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.link.LinkDecision;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.Warning;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.sync.Decision;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;

/** What a login is to become, as far as the store was as it was read. */
sealed interface Judgement {
    /** What to write; empty when nothing is. */
    Optional<UserChange> change();

    /**
     * The login is refused.
     *
     * @param refusal why
     * @param change what is counted all the same: a blocked user's attempt
     * @param events what the history says of it where there is no change
     */
    record Refused(Refusal refusal, Optional<UserChange> change, List<UserEvent> events) implements Judgement {}

    /** The login is accepted; {@code after} with the login counted, as far as is known before the write. */
    record Accepted(
            NormalizedProfile profile,
            LoginOutcome outcome,
            Optional<User> before,
            User after,
            LinkDecision link,
            List<Decision> decisions,
            List<Warning> warnings,
            List<UserId> revoked,
            UserChange write)
            implements Judgement {
        @Override
        public Optional<UserChange> change() {
            return Optional.of(write);
        }
    }
}
