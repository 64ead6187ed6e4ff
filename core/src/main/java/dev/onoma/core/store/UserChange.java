package dev.onoma.core.store;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.history.UserEvent;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginEvent;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One write to a store, carried out whole or not at all. Every change says the same five things, so that a store may
 * treat all kinds alike: which users must still be at the version that they were read at, which users are gone
 * afterwards, which users stand there afterwards, which login is counted, and what the history says of it. What goes
 * beside users follows from these.
 *
 * <p>The counters of a user that is in both {@link #expected()} and {@link #written()} are not the change's to set: a
 * store keeps its own, since logins may have been counted since the user was read, and adds {@link #counted()}.
 */
public sealed interface UserChange {
    /** The users that must be at the versions given here; otherwise the change fails as stale. */
    default List<StoredUser> expected() {
        return List.of();
    }

    /** The version that a user must be at; empty when nothing is expected of it. */
    default OptionalLong expectedVersion(UserId id) {
        return expected().stream()
                .filter(stored -> stored.user().id().equals(id))
                .mapToLong(StoredUser::version)
                .findFirst();
    }

    /** Those of the expected users that are gone afterwards, with their identities. */
    default List<UserId> removed() {
        return List.of();
    }

    /** The users as they stand afterwards, each with all of its identities. */
    default List<User> written() {
        return List.of();
    }

    /** The login that is counted, and for whom. */
    default Optional<Counted> counted() {
        return Optional.empty();
    }

    /** What stores that keep a history record in the same write, in this order. */
    List<UserEvent> events();

    /** The identities whose credentials and tickets are gone afterwards, in stores that keep some. */
    default List<IdentityKey> forgotten() {
        return List.of();
    }

    /** Whether what is written is a tombstone: see {@link StoredUser#isTombstone()}. */
    default boolean leavesTombstone() {
        return false;
    }

    /**
     * Why a unique key kept this change out of a store, for stores that leave the check to their database: the id of a
     * new user belongs to another one, or else an identity does, or did a moment ago.
     *
     * @param store where the change failed; asked again, outside of the failed transaction
     */
    default StoreConflictException conflictIn(UserStore store) {
        boolean identityTaken = written().stream()
                .flatMap(user -> user.identities().stream())
                .flatMap(identity -> store.find(identity.key()).stream())
                .anyMatch(holder -> expectedVersion(holder.user().id()).isEmpty());
        boolean idTaken = written().stream()
                .map(User::id)
                .anyMatch(id -> expectedVersion(id).isEmpty() && store.find(id).isPresent());
        return idTaken && !identityTaken ? new UserIdTakenException() : new DuplicateIdentityException();
    }

    /**
     * A login to be counted, by addition in the store.
     *
     * @param user whose
     * @param login when and from where
     */
    record Counted(UserId user, LoginEvent login) {
        public Counted {
            requireNonNull(user, "user");
            requireNonNull(login, "login");
        }
    }

    /**
     * A new user with its counters as they are; fails where its id or an identity of it is known.
     *
     * @param user the user
     * @param events what the history says of it
     */
    record Insert(User user, List<UserEvent> events) implements UserChange {
        public Insert {
            events = List.copyOf(events);
        }

        /** A change that no history records. */
        public Insert(User user) {
            this(user, List.of());
        }

        @Override
        public List<User> written() {
            return List.of(user);
        }
    }

    /**
     * A known user changes.
     *
     * @param before as it was read
     * @param after as it becomes
     * @param login the login that changes it; empty when it is no login
     * @param events what the history says of it
     */
    record Update(StoredUser before, User after, Optional<LoginEvent> login, List<UserEvent> events)
            implements UserChange {
        public Update {
            events = List.copyOf(events);
        }

        /** A change that no history records. */
        public Update(StoredUser before, User after, Optional<LoginEvent> login) {
            this(before, after, login, List.of());
        }

        @Override
        public List<StoredUser> expected() {
            return List.of(before);
        }

        @Override
        public List<User> written() {
            return List.of(after);
        }

        @Override
        public Optional<Counted> counted() {
            return login.map(event -> new Counted(after.id(), event));
        }
    }

    /**
     * A login that changes nothing but the counters: added up in the store whatever the user's version, so that it
     * never conflicts.
     *
     * @param user whose
     * @param login when and from where
     * @param events what the history says of it
     */
    record Touch(UserId user, LoginEvent login, List<UserEvent> events) implements UserChange {
        public Touch {
            events = List.copyOf(events);
        }

        /** A change that no history records. */
        public Touch(UserId user, LoginEvent login) {
            this(user, login, List.of());
        }

        @Override
        public Optional<Counted> counted() {
            return Optional.of(new Counted(user, login));
        }
    }

    /**
     * Two users become one.
     *
     * @param primary the one that stays, as it was read
     * @param secondary the one that goes, as it was read
     * @param after the primary with the identities of both
     * @param events what the history says of it
     */
    record Merge(StoredUser primary, StoredUser secondary, User after, List<UserEvent> events) implements UserChange {
        public Merge {
            events = List.copyOf(events);
        }

        /** A change that no history records. */
        public Merge(StoredUser primary, StoredUser secondary, User after) {
            this(primary, secondary, after, List.of());
        }

        @Override
        public List<StoredUser> expected() {
            return List.of(primary, secondary);
        }

        @Override
        public List<UserId> removed() {
            return List.of(secondary.user().id());
        }

        @Override
        public List<User> written() {
            return List.of(after);
        }
    }

    /**
     * An identity leaves a user and becomes one of its own.
     *
     * @param before the user as it was read
     * @param after the user without the identity
     * @param split the new user
     * @param events what the history says of it
     */
    record Split(StoredUser before, User after, User split, List<UserEvent> events) implements UserChange {
        public Split {
            events = List.copyOf(events);
        }

        /** A change that no history records. */
        public Split(StoredUser before, User after, User split) {
            this(before, after, split, List.of());
        }

        @Override
        public List<StoredUser> expected() {
            return List.of(before);
        }

        @Override
        public List<User> written() {
            return List.of(after, split);
        }
    }

    /**
     * A user goes. Of a blocked one a tombstone stays, with nothing but its id and identities; of another one those of
     * its identities stay, likewise, that are to be kept out. They keep the user's id where its primary identity is one
     * of them, and otherwise have each the id that a user of their own would get.
     *
     * @param before as it was read; a tombstone that goes leaves nothing
     * @param events what the history says of it
     * @param keptOut identities of the user that stay refused although it is not blocked
     */
    record Delete(StoredUser before, List<UserEvent> events, List<IdentityKey> keptOut) implements UserChange {
        public Delete {
            events = List.copyOf(events);
            keptOut = List.copyOf(keptOut);
        }

        /** A deletion that keeps out whom it finds blocked. */
        public Delete(StoredUser before, List<UserEvent> events) {
            this(before, events, List.of());
        }

        /** A change that no history records. */
        public Delete(StoredUser before) {
            this(before, List.of());
        }

        @Override
        public List<StoredUser> expected() {
            return List.of(before);
        }

        @Override
        public List<UserId> removed() {
            UserId id = before.user().id();
            return written().stream().map(User::id).anyMatch(id::equals) ? List.of() : List.of(id);
        }

        @Override
        public List<User> written() {
            User user = before.user();
            if (!leavesTombstone()) {
                return List.of();
            }
            List<Identity> kept = user.identities().stream()
                    .filter(identity -> user.isBlocked() || keptOut.contains(identity.key()))
                    .map(identity -> identity.withProfileData(JsonObject.EMPTY))
                    .toList();
            return kept.get(0).key().equals(user.primaryIdentity().key())
                    ? List.of(tombstone(user.id(), kept))
                    : kept.stream()
                            .map(identity ->
                                    tombstone(UserId.from(identity.provider(), identity.key()), List.of(identity)))
                            .toList();
        }

        @Override
        public List<IdentityKey> forgotten() {
            return before.user().identities().stream().map(Identity::key).toList();
        }

        @Override
        public boolean leavesTombstone() {
            return !before.isTombstone()
                    && (before.user().isBlocked()
                            || before.user().identities().stream()
                                    .map(Identity::key)
                                    .anyMatch(keptOut::contains));
        }

        /** It has its time and whether it was blocked, which says why it stays. */
        private User tombstone(UserId id, List<Identity> identities) {
            User user = before.user();
            return User.builder(id, identities.get(0), user.createdAt())
                    .identities(identities)
                    .updatedAt(user.updatedAt())
                    .blocked(user.isBlocked())
                    .build();
        }
    }
}
