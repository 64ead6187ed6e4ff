package dev.onoma.core.administration;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.RefusedClaims;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.session.SessionListener;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.IdSpaces;
import dev.onoma.core.store.Retry;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserIdTakenException;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.sync.SyncResult;
import dev.onoma.core.sync.Synchronization;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.ChangeResult.Done;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What administrators do with users. Who may call it, the application decides. Thread-safe. */
public final class Administration {
    private final UserStore store;
    private final Connections connections;
    private final UserEditor editor;
    private final Clock clock;
    private final SessionListener sessions;

    private Administration(UserStore store, Connections connections, Clock clock, SessionListener sessions) {
        this.store = requireNonNull(store, "store");
        this.connections = requireNonNull(connections, "connections");
        this.clock = requireNonNull(clock, "clock");
        this.sessions = requireNonNull(sessions, "sessions");
        this.editor = new UserEditor(store, connections, clock);
    }

    /** Administration of a store, by the system's clock. */
    public static Administration over(UserStore store, Connections connections) {
        return over(store, connections, Clock.systemUTC());
    }

    /** Administration of a store. */
    public static Administration over(UserStore store, Connections connections, Clock clock) {
        return new Administration(store, connections, clock, SessionListener.NONE);
    }

    /** This administration, telling somebody whose sessions have to end. Default: nobody. */
    public Administration sessions(SessionListener listener) {
        return new Administration(store, connections, clock, listener);
    }

    /** The user of that id; empty when there is none, or it was deleted. */
    public Optional<User> find(UserId id) {
        return editor.find(id);
    }

    /**
     * Carries an edit out, whole or not at all. Refused with {@code user_not_found attribute_not_editable
     * invalid_attribute forbidden_metadata}, and with {@code login_name_taken} where another user of the connection has
     * the name. Sessions end with the address that the user logs in with.
     */
    public ChangeResult edit(UserId id, AdministratorEdit edit) {
        ChangeResult result = editor.edit(id, edit.edit());
        return result instanceof Done done && isReaddressed(done) ? ended(SessionEnd.EMAIL_CHANGED, done) : result;
    }

    private boolean isReaddressed(Done done) {
        return !done.before().flatMap(User::email).equals(done.after().flatMap(User::email))
                && store instanceof AccountStore accounts
                && done.after()
                        .flatMap(user -> accounts.credentials()
                                .find(user.primaryIdentity().key()))
                        .isPresent();
    }

    /**
     * Blocks a user: its logins are refused until it is unblocked, and its tickets are void. Refused with
     * {@code user_not_found}.
     */
    public ChangeResult block(UserId id) {
        return ended(SessionEnd.BLOCKED, editor.update(id, EventType.BLOCK, Owner.ADMIN, (user, now) -> {
            revokeTickets(user);
            return Done.of(user, blocked(user, true, now));
        }));
    }

    /**
     * Unblocks a user, or forgets that a deleted one is kept out; then the result has no user after. Refused with
     * {@code user_not_found}.
     */
    public ChangeResult unblock(UserId id) {
        return Retry.untilItStands(() -> {
            Optional<StoredUser> tombstone = store.find(id).filter(StoredUser::isTombstone);
            if (tombstone.isPresent()) {
                store.write(new UserChange.Delete(tombstone.get(), events(id, EventType.UNBLOCK)));
                return new Done(Optional.empty(), Optional.empty(), Optional.empty());
            }
            return editor.update(
                    id, EventType.UNBLOCK, Owner.ADMIN, (user, now) -> Done.of(user, blocked(user, false, now)));
        });
    }

    /** Before the change, which is then the last that can fail: a block that is reported as failed has not happened. */
    private void revokeTickets(User user) {
        if (store instanceof AccountStore accounts) {
            user.identities().forEach(identity -> accounts.tickets().revoke(identity.key()));
        }
    }

    /** Also where nothing changed, since what ended the sessions may have been cut short the last time. */
    private ChangeResult ended(SessionEnd why, ChangeResult result) {
        if (result instanceof Done done) {
            done.before().ifPresent(user -> sessions.endSessions(user.id(), why));
        }
        return result;
    }

    private List<UserEvent> events(UserId id, EventType type) {
        return List.of(UserEvent.of(id, editor.now(), type).detail(Owner.ADMIN.name()));
    }

    private static User blocked(User user, boolean blocked, Instant now) {
        return user.isBlocked() == blocked
                ? user
                : user.toBuilder().blocked(blocked).updatedAt(now).build();
    }

    /**
     * Deletes a user with its identities, credentials, tickets and history. Of a blocked one it stays known that these
     * identities are refused, and of any user those at connections that keep deleted users out. Refused with {@code
     * user_not_found}, and with {@code user_id_taken} where another user has the id under which that would stay known.
     */
    public ChangeResult delete(UserId id) {
        try {
            return ended(SessionEnd.DELETED, editor.withUser(id, stored -> {
                store.write(new UserChange.Delete(stored, events(id, EventType.DELETE), keptOut(stored.user())));
                return new Done(Optional.of(stored.user()), Optional.empty(), Optional.empty());
            }));
        } catch (UserIdTakenException taken) {
            return ChangeResult.refused(
                    RefusalCode.USER_ID_TAKEN, "another user has the id under which the deletion would stay known");
        }
    }

    private List<IdentityKey> keptOut(User user) {
        return user.identities().stream()
                .map(Identity::key)
                .filter(key -> connections
                        .find(key.connection())
                        .filter(Connection::keepsDeletedOut)
                        .isPresent())
                .toList();
    }

    /**
     * Takes a secondary identity away from a user and makes a fresh user of it: from the identity's claims, without
     * metadata, counters at zero, blocked when the user is. Refused with {@code user_not_found identity_not_found
     * last_identity primary_identity unknown_connection user_id_taken}.
     *
     * @return before and after of the user, and the fresh user as the other
     */
    public ChangeResult unlink(UserId id, IdentityKey key) {
        try {
            return ended(SessionEnd.UNLINKED, editor.withUser(id, stored -> unlink(stored, key)));
        } catch (UserIdTakenException taken) {
            return ChangeResult.refused(
                    RefusalCode.USER_ID_TAKEN, "the id that the fresh user would get belongs to another user");
        }
    }

    private ChangeResult unlink(StoredUser stored, IdentityKey key) {
        User user = stored.user();
        Optional<Identity> identity = user.identity(key);
        if (identity.isEmpty()) {
            return ChangeResult.refused(RefusalCode.IDENTITY_NOT_FOUND, "the user has no such identity");
        }
        if (user.identities().size() == 1) {
            return ChangeResult.refused(RefusalCode.LAST_IDENTITY, "a user's only identity cannot be unlinked");
        }
        if (user.primaryIdentity().key().equals(key)) {
            return ChangeResult.refused(
                    RefusalCode.PRIMARY_IDENTITY, "the primary identity cannot be unlinked while there are others");
        }
        Optional<Connection> connection = connections.find(key.connection());
        if (connection.isEmpty()) {
            return ChangeResult.refused(
                    RefusalCode.UNKNOWN_CONNECTION,
                    "the identity's connection is not configured, so its claims cannot be read");
        }
        return split(stored, identity.get(), connection.get());
    }

    /**
     * Accepts that a connection is configured for another id space than it was first used with: from now on subjects
     * there are taken for those that were known before. Processors that run already go on as they are configured.
     *
     * @param spaces where connections are pinned: the store, where it can do that
     * @throws IllegalArgumentException when no connection of that name is configured
     */
    public void acceptIdSpace(String connection, IdSpaces spaces) {
        Connection accepted = connections
                .find(connection)
                .orElseThrow(() -> new IllegalArgumentException("no connection of that name is configured"));
        spaces.repin(connection, accepted.idSpace().orElse(""));
    }

    private ChangeResult split(StoredUser stored, Identity identity, Connection connection) {
        Claims claims = Claims.stored(identity.profileData(), identity.isVouchedFor());
        Normalization normalization = connection.normalizeStored(identity.subject(), claims);
        if (normalization instanceof RefusedClaims refused) {
            return new ChangeResult.Refused(refused.refusal());
        }
        Instant now = editor.now();
        User user = stored.user();
        SyncResult sync = Synchronization.creation((NormalizedProfile) normalization, connection, connections, now);
        User fresh = User.builder(UserId.from(identity.provider(), identity.key()), identity, now)
                .root(sync.root())
                .blocked(user.isBlocked())
                .build();
        List<Identity> rest = user.identities().stream()
                .filter(other -> !other.key().equals(identity.key()))
                .toList();
        User after = user.toBuilder().identities(rest).updatedAt(now).build();
        UserEvent event =
                UserEvent.of(user.id(), now, EventType.UNLINK).detail(fresh.id().value());
        revokeTickets(user);
        store.write(new UserChange.Split(stored, after, fresh, List.of(event)));
        return new Done(Optional.of(user), Optional.of(after), Optional.of(fresh));
    }
}
