package dev.onoma.providers.database.account;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.History;
import dev.onoma.core.history.Origin;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.guard.AttemptGuard.Attempt;
import dev.onoma.providers.database.password.Password;
import dev.onoma.providers.database.password.TooManyHashesException;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks signed-in users for their passwords before something that a stolen session must not do. */
final class PasswordProof {
    private final Parts parts;
    private final PasswordWork passwords;

    PasswordProof(Parts parts, PasswordWork passwords) {
        this.parts = parts;
        this.passwords = passwords;
    }

    /** Carries a step out once the password is proven; an attempt counts like one at a login. */
    ChangeResult proven(Account account, Password password, Origin origin, Supplier<ChangeResult> step) {
        if (account.user().isBlocked()) {
            return AccountWriting.blocked();
        }
        String who = AttemptName.of(account.key());
        Attempt attempt = parts.attempts().begin(parts.connection().name(), who, origin.ip(), parts.now());
        try {
            if (passwords
                    .check(password, Optional.of(account.credential()).filter(known -> attempt.isAllowed()))
                    .matches()) {
                attempt.succeeded();
                return step.get();
            }
        } catch (TooManyHashesException busy) {
            attempt.giveBack();
            return new ChangeResult.Refused(PasswordWork.BUSY);
        }
        Refusal refusal = refusal(attempt);
        record(account.user().id(), who, attempt, refusal, origin);
        return new ChangeResult.Refused(refusal);
    }

    /** Why an attempt at the password of a known user failed. */
    static Refusal refusal(Attempt attempt) {
        return attempt.isAllowed()
                ? new Refusal(RefusalCode.WRONG_PASSWORD, "the password is not the user's")
                : new Refusal(RefusalCode.TOO_MANY_ATTEMPTS, "too many attempts failed for this user");
    }

    /** Writes a failed attempt into the user's history; into the counts where there is none, so that it is a write. */
    void record(UserId user, String who, Attempt attempt, Refusal refusal, Origin origin) {
        if (parts.store() instanceof History history) {
            EventType type = attempt.isAllowed() ? EventType.WRONG_PASSWORD : EventType.TOO_MANY_ATTEMPTS;
            history.record(UserEvent.of(user, parts.now(), type)
                    .from(origin.through(parts.connection().name()))
                    .detail(refusal.code().code()));
        } else {
            missed(who, origin);
        }
    }

    /** Counts an attempt at nobody's password. */
    void missed(String who, Origin origin) {
        parts.attempts().missed(parts.connection().name(), who, origin.ip(), parts.now());
    }
}
