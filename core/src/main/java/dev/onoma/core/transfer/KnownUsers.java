package dev.onoma.core.transfer;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users that a batch may mean, as its rows leave them one after the other. For one batch. */
final class KnownUsers {
    /** By what users are known beside their ids, in the order in which rows are matched. */
    static final List<RootAttribute> IDENTIFIERS =
            List.of(RootAttribute.EMAIL, RootAttribute.USERNAME, RootAttribute.PHONE_NUMBER);

    private final String connection;
    private final Map<UserId, Known> byId = new LinkedHashMap<>();
    private final Map<String, Known> bySubject = new HashMap<>();
    private final Map<RootAttribute, Map<String, Set<Known>>> byIdentifier = new EnumMap<>(RootAttribute.class);

    KnownUsers(String connection, Collection<StoredUser> stored) {
        this.connection = connection;
        IDENTIFIERS.forEach(identifier -> byIdentifier.put(identifier, new HashMap<>()));
        stored.forEach(each -> add(new Known(each, each.user())));
    }

    Optional<Known> withId(UserId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Known> withSubject(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    /** Those at the connection who have that address, user name or phone number. */
    Set<Known> with(RootAttribute identifier, String text) {
        return index(identifier).getOrDefault(key(identifier, text), Set.of());
    }

    /** All of them, in the order in which they were met. */
    Collection<Known> all() {
        return byId.values();
    }

    void insert(User user) {
        add(new Known(null, user));
    }

    void replace(Known known, User after) {
        forEachKey(
                known.user,
                (index, key) -> index.getOrDefault(key, new LinkedHashSet<>()).remove(known));
        known.user = after;
        forEachKey(
                after,
                (index, key) -> index.computeIfAbsent(key, unused -> new LinkedHashSet<>())
                        .add(known));
    }

    private void add(Known known) {
        byId.put(known.user.id(), known);
        for (Identity identity : known.user.identities()) {
            if (identity.connection().equals(connection)) {
                bySubject.put(identity.subject(), known);
            }
        }
        replace(known, known.user);
    }

    boolean isAtConnection(Known known) {
        return isAtConnection(known.user);
    }

    private boolean isAtConnection(User user) {
        return user.identities().stream()
                .anyMatch(identity -> identity.connection().equals(connection));
    }

    private void forEachKey(User user, KeyAction action) {
        if (!isAtConnection(user)) {
            return;
        }
        for (RootAttribute identifier : IDENTIFIERS) {
            user.text(identifier).ifPresent(text -> action.accept(index(identifier), key(identifier, text)));
        }
    }

    private Map<String, Set<Known>> index(RootAttribute identifier) {
        return byIdentifier.getOrDefault(identifier, Map.of());
    }

    private static String key(RootAttribute identifier, String text) {
        return identifier == RootAttribute.EMAIL ? EmailAddress.of(text).key() : text;
    }

    private interface KeyAction {
        void accept(Map<String, Set<Known>> index, String key);
    }

    /** A user that is stored, or that a row of this batch makes. */
    static final class Known {
        private final @Nullable StoredUser stored;
        private User user;

        private Known(@Nullable StoredUser stored, User user) {
            this.stored = stored;
            this.user = user;
        }

        /** As it is stored; empty when a row of this batch makes it. */
        Optional<StoredUser> stored() {
            return Optional.ofNullable(stored);
        }

        /** As the rows so far leave it. */
        User user() {
            return user;
        }

        boolean isTombstone() {
            return stored != null && stored.isTombstone();
        }
    }
}
