package dev.onoma.core.administration;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.Retry;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finds a user, decides, writes once, and decides again where somebody else was faster. */
final class UserEditor {
    private final UserStore store;
    private final Connections connections;
    private final LoginNames names;
    private final Clock clock;

    UserEditor(UserStore store, Connections connections, Clock clock) {
        this.store = store;
        this.connections = connections;
        this.names = new LoginNames(store);
        this.clock = clock;
    }

    Optional<User> find(UserId id) {
        return store.find(id).filter(stored -> !stored.isTombstone()).map(StoredUser::user);
    }

    ChangeResult edit(UserId id, Edit edit) {
        return update(id, EventType.EDIT, edit.by(), (user, now) -> {
            if (user.isBlocked() && !edit.by().equals(Owner.ADMIN)) {
                return ChangeResult.refused(RefusalCode.USER_BLOCKED, "the user is blocked");
            }
            Optional<Connection> primary =
                    connections.find(user.primaryIdentity().connection());
            return new Editing(user, edit, primary, now).carryOut();
        });
    }

    /** Carries out what a function makes of the user as it is now. */
    ChangeResult update(UserId id, EventType type, Owner by, BiFunction<User, Instant, ChangeResult> change) {
        return withUser(id, stored -> {
            Instant now = now();
            ChangeResult result = change.apply(stored.user(), now);
            if (result instanceof ChangeResult.Done done && done.isChange()) {
                List<UserEvent> events = List.of(UserEvent.of(id, now, type).detail(by.name()));
                return written(new UserChange.Update(stored, done.after().orElseThrow(), Optional.empty(), events));
            }
            return result;
        });
    }

    private ChangeResult written(UserChange.Update change) {
        try {
            return ChangeResult.Done.of(change.before().user(), names.write(change));
        } catch (LoginNameTakenException taken) {
            return ChangeResult.refused(
                    RefusalCode.LOGIN_NAME_TAKEN,
                    "another user of the connection logs in with the address, user name or phone number");
        }
    }

    /** Runs a step with the user as it is now, and again where the step's write no longer fits. */
    ChangeResult withUser(UserId id, Function<StoredUser, ChangeResult> step) {
        return Retry.untilItStands(() ->
                store.find(id).filter(stored -> !stored.isTombstone()).map(step).orElseGet(UserEditor::notFound));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static ChangeResult notFound() {
        return ChangeResult.refused(RefusalCode.USER_NOT_FOUND, "no user has that id");
    }
}
