package dev.onoma.core.login;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.store.Retry;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Links two users of one person, who shows it by logging in as both. Thread-safe.
 *
 * <p>Id, root attributes, metadata and counters of the primary user stay; the secondary's identities join it with their
 * claims, and the rest of the secondary is discarded and returned.
 */
public final class AccountLinking {
    /** How long ago a login may be to count. */
    public static final Duration RECENT = Duration.ofMinutes(10);

    private final UserStore store;
    private final Clock clock;

    private AccountLinking(UserStore store, Clock clock) {
        this.store = requireNonNull(store, "store");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Linking over a store, by the system's clock. */
    public static AccountLinking over(UserStore store) {
        return over(store, Clock.systemUTC());
    }

    /** Linking over a store. */
    public static AccountLinking over(UserStore store, Clock clock) {
        return new AccountLinking(store, clock);
    }

    /**
     * Links the user of one login with that of another. Both proofs are used up when it is done, and neither when it
     * is refused: {@code user_not_found same_user login_not_recent user_blocked}.
     *
     * @param primary proof of a login as the user that stays
     * @param secondary proof of a login as the user that goes
     * @return before and after of the primary user, and the secondary as the other
     * @throws IllegalArgumentException when a proof is of a login against another store
     */
    public ChangeResult link(LoginProof primary, LoginProof secondary) {
        if (!primary.isFor(store) || !secondary.isFor(store)) {
            throw new IllegalArgumentException("a proof must be of a login against the store that is linked in");
        }
        return Retry.untilItStands(() -> attempt(primary, secondary));
    }

    private ChangeResult attempt(LoginProof primary, LoginProof secondary) {
        Optional<StoredUser> stays = store.find(primary.identity());
        Optional<StoredUser> goes = store.find(secondary.identity());
        if (stays.isEmpty() || goes.isEmpty()) {
            return ChangeResult.refused(RefusalCode.USER_NOT_FOUND, "a user that logged in is gone");
        }
        if (stays.get().user().id().equals(goes.get().user().id())) {
            return ChangeResult.refused(RefusalCode.SAME_USER, "both logins are of one user");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!isRecent(primary, now) || !isRecent(secondary, now)) {
            return notRecent();
        }
        if (stays.get().user().isBlocked() || goes.get().user().isBlocked()) {
            return ChangeResult.refused(RefusalCode.USER_BLOCKED, "a user that is blocked cannot be linked");
        }
        return taking(primary, () -> taking(secondary, () -> merge(stays.get(), goes.get(), now)));
    }

    private static boolean isRecent(LoginProof proof, Instant now) {
        return Duration.between(proof.at(), now).abs().compareTo(RECENT) <= 0;
    }

    private static ChangeResult notRecent() {
        return ChangeResult.refused(
                RefusalCode.LOGIN_NOT_RECENT,
                "linking needs a login of both users within " + RECENT.toMinutes()
                        + " minutes, neither used for linking before");
    }

    private static ChangeResult taking(LoginProof proof, Supplier<ChangeResult> step) {
        if (!proof.take()) {
            return notRecent();
        }
        boolean done = false;
        try {
            ChangeResult result = step.get();
            done = result.refusal().isEmpty();
            return result;
        } finally {
            if (!done) {
                proof.giveBack();
            }
        }
    }

    private ChangeResult merge(StoredUser stays, StoredUser goes, Instant now) {
        List<Identity> identities = new ArrayList<>(stays.user().identities());
        identities.addAll(goes.user().identities());
        User after =
                stays.user().toBuilder().identities(identities).updatedAt(now).build();
        UserEvent event = UserEvent.of(after.id(), now, EventType.LINK)
                .detail(goes.user().id().value());
        store.write(new UserChange.Merge(stays, goes, after, List.of(event)));
        return new ChangeResult.Done(Optional.of(stays.user()), Optional.of(after), Optional.of(goes.user()));
    }
}
