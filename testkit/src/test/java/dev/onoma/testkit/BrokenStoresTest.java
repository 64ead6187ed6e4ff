package dev.onoma.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.DuplicateIdentityException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserIdTakenException;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the contract of stores finds out a store that")
class BrokenStoresTest {
    /** Tests in which a broken store may be lucky: what they find out is no part of what is expected. */
    private static final Set<String> RACES = Set.of(
            "T1: 64 first logins that have all read that nobody is there make one user, and all are accepted",
            "T2: logins beside edits lose nothing: every login is counted, and every edit is there",
            "T2: touches beside updates lose nothing, and neither do the updates");

    private static void failsExactly(Class<? extends UserStoreContract> broken, String... tests) {
        Set<String> failures = ContractRun.failuresOf(broken);
        assertThat(failures).contains(tests);
        failures.removeAll(List.of(tests));
        failures.removeAll(RACES);
        assertThat(failures).as("further tests that fail").isEmpty();
    }

    static class Whole extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new BrokenStore();
        }
    }

    @Test
    @DisplayName("is not broken: it has nothing to say")
    void whole() {
        failsExactly(Whole.class);
    }

    /** An update without a look at the version. */
    static class LosesUpdates extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new BrokenStore() {
                @Override
                public synchronized void write(UserChange change) {
                    if (change instanceof UserChange.Update update) {
                        StoredUser current = find(update.after().id()).orElse(update.before());
                        super.write(new UserChange.Update(current, update.after(), update.login()));
                    } else {
                        super.write(change);
                    }
                }
            };
        }
    }

    @Test
    @DisplayName("loses updates")
    void losesUpdates() {
        failsExactly(
                LosesUpdates.class,
                "L7: what was read before does not bring a tombstone back to life",
                "T2: a login whose update is stale is not counted",
                "T2: no version of a user that was deleted and made anew fits the new one",
                "T2: an update of a version that has passed throws StaleUserException, and nothing is written",
                "T2: of 16 updates of one version at once, one succeeds and the others meet StaleUserException");
    }

    /** A merge in two steps: the secondary goes, and then perhaps its identities arrive. */
    static class MergesByHalves extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new BrokenStore() {
                @Override
                public void write(UserChange change) {
                    if (change instanceof UserChange.Merge merge) {
                        super.write(new UserChange.Delete(merge.secondary()));
                        super.write(new UserChange.Update(merge.primary(), merge.after(), Optional.empty()));
                    } else {
                        super.write(change);
                    }
                }
            };
        }
    }

    @Test
    @DisplayName("merges by halves")
    void mergesByHalves() {
        failsExactly(
                MergesByHalves.class,
                "T3: a merge that takes a third user's identity as well throws DuplicateIdentityException, nothing is written",
                "T3: a merge with a primary that has changed throws StaleUserException, and nothing is written");
    }

    /** A split in two steps: the identity leaves, and then perhaps becomes a user. */
    static class SplitsByHalves extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new BrokenStore() {
                @Override
                public void write(UserChange change) {
                    if (change instanceof UserChange.Split split) {
                        super.write(new UserChange.Update(split.before(), split.after(), Optional.empty()));
                        super.write(new UserChange.Insert(split.split()));
                    } else {
                        super.write(change);
                    }
                }
            };
        }
    }

    @Test
    @DisplayName("splits by halves")
    void splitsByHalves() {
        failsExactly(
                SplitsByHalves.class,
                "T3: a split under an id that is taken throws UserIdTakenException, and nothing is written");
    }

    /** An insert that shrugs off a known identity, as ON CONFLICT DO NOTHING does. */
    static class IgnoresDuplicates extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new BrokenStore() {
                @Override
                public void write(UserChange change) {
                    try {
                        super.write(change);
                    } catch (DuplicateIdentityException ignored) {
                        // The user is there.
                    }
                }
            };
        }
    }

    @Test
    @DisplayName("allows an identity twice")
    void ignoresDuplicates() {
        failsExactly(
                IgnoresDuplicates.class,
                "L7: a tombstone keeps its identities and its id from being taken",
                "T1: 64 first logins that have all read that nobody is there make one user, and all are accepted",
                "T1: a second insert of a user whose id and identity are there is a duplicate identity: its login goes on",
                "T1: a second insert of an identity throws DuplicateIdentityException, and nothing is written",
                "T1: an update that takes another user's identity throws DuplicateIdentityException, nothing is written",
                "T1: of 32 inserts of one identity under ids of their own, one succeeds and nothing is left of the others",
                "T1: of 32 inserts of one user at once, one succeeds and the others meet DuplicateIdentityException",
                "T2: after a change that failed, the version that was read before it still stands",
                "T3: a merge that takes a third user's identity as well throws DuplicateIdentityException, nothing is written");
    }

    /** An insert that looks at the primary key first: the second of two first logins is told that its id is taken. */
    static class TellsTheIdFirst extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new BrokenStore() {
                @Override
                public synchronized void write(UserChange change) {
                    if (change instanceof UserChange.Insert insert
                            && find(insert.user().id()).isPresent()) {
                        throw new UserIdTakenException();
                    }
                    super.write(change);
                }
            };
        }
    }

    @Test
    @DisplayName("tells of a taken id before a known identity")
    void tellsTheIdFirst() {
        failsExactly(
                TellsTheIdFirst.class,
                "T1: 64 first logins that have all read that nobody is there make one user, and all are accepted",
                "T1: a second insert of a user whose id and identity are there is a duplicate identity: its login goes on",
                "T1: of 32 inserts of one user at once, one succeeds and the others meet DuplicateIdentityException");
    }

    /** Numbers in JSON that go through a double. */
    static class AltersJson extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new BrokenStore() {
                @Override
                public void write(UserChange change) {
                    super.write(
                            change instanceof UserChange.Insert insert
                                    ? new UserChange.Insert(altered(insert.user()))
                                    : change);
                }
            };
        }

        private static User altered(User user) {
            return user.toBuilder().appMetadata(altered(user.appMetadata())).build();
        }

        private static JsonObject altered(JsonObject object) {
            JsonObject.Builder altered = JsonObject.builder();
            object.forEach((name, value) -> altered.add(
                    name,
                    value instanceof JsonNumber number && number.isIntegerLiteral()
                            ? JsonNumber.of((long) number.decimal().doubleValue())
                            : value));
            return altered.build();
        }
    }

    @Test
    @DisplayName("alters JSON")
    void altersJson() {
        failsExactly(
                AltersJson.class,
                "JSON comes back equal by value, in metadata and profileData",
                "a number in JSON keeps its value, however many digits it has");
    }

    /** Identities under a collation that ignores case. */
    static class FoldsKeys extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new BrokenStore() {
                @Override
                public synchronized Optional<StoredUser> find(IdentityKey key) {
                    return super.find(key)
                            .or(() -> all().stream()
                                    .filter(stored -> stored.user().identities().stream()
                                            .anyMatch(identity -> same(identity.key(), key)))
                                    .findFirst());
                }

                @Override
                public synchronized void write(UserChange change) {
                    if (change instanceof UserChange.Insert insert) {
                        for (Identity identity : insert.user().identities()) {
                            if (find(identity.key()).isPresent()) {
                                throw new DuplicateIdentityException();
                            }
                        }
                    }
                    super.write(change);
                }
            };
        }

        private static boolean same(IdentityKey one, IdentityKey other) {
            return one.connection().equals(other.connection())
                    && Characters.lowerAscii(one.subject()).equals(Characters.lowerAscii(other.subject()));
        }
    }

    @Test
    @DisplayName("folds the case of keys")
    void foldsKeys() {
        failsExactly(FoldsKeys.class, "T1: subjects are compared exactly");
    }

    /** Counters of its own, which every change of it goes through. */
    private abstract static class CountingStore extends BrokenStore {
        final Map<UserId, LoginCounters> counters = new ConcurrentHashMap<>();

        @Override
        public Optional<StoredUser> find(UserId id) {
            return super.find(id).map(this::counted);
        }

        @Override
        public Optional<StoredUser> find(IdentityKey key) {
            return super.find(key).map(this::counted);
        }

        @Override
        public List<StoredUser> candidates(EmailAddress address, int limit) {
            return super.candidates(address, limit).stream().map(this::counted).toList();
        }

        private StoredUser counted(StoredUser stored) {
            LoginCounters all =
                    counters.getOrDefault(stored.user().id(), stored.user().counters());
            return stored.isTombstone()
                    ? stored
                    : new StoredUser(stored.user().toBuilder().counters(all).build(), stored.version(), false);
        }
    }

    /** A touch that reads, adds and writes. */
    static class LosesTouches extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new CountingStore() {
                @Override
                public void write(UserChange change) {
                    super.write(change);
                    change.removed().forEach(counters::remove);
                    change.counted().ifPresent(counted -> {
                        LoginCounters read = counters.getOrDefault(counted.user(), start(counted.user()));
                        pause();
                        counters.put(counted.user(), read.plus(counted.login()));
                    });
                }

                private LoginCounters start(UserId id) {
                    return new LoginCounters(
                            super.find(id).orElseThrow().user().counters().logins() - 1,
                            Optional.empty(),
                            super.find(id).orElseThrow().user().counters().lastIp());
                }
            };
        }

        private static void pause() {
            try {
                Thread.sleep(1);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @DisplayName("loses touches")
    void losesTouches() {
        failsExactly(LosesTouches.class, "T2: 16 times 50 touches at once count 800 logins");
    }

    /** An update that writes the counters that were read with the user. */
    static class OverwritesCounters extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new CountingStore() {
                @Override
                public synchronized void write(UserChange change) {
                    super.write(change);
                    change.removed().forEach(counters::remove);
                    if (change instanceof UserChange.Update update) {
                        LoginCounters written = update.before().user().counters();
                        counters.put(
                                update.after().id(),
                                update.login().map(written::plus).orElse(written));
                    } else {
                        change.counted().ifPresent(counted -> counters.remove(counted.user()));
                    }
                }
            };
        }
    }

    @Test
    @DisplayName("overwrites counters")
    void overwritesCounters() {
        failsExactly(
                OverwritesCounters.class,
                "T2: an update by a login counts it, beside the touches since",
                "T2: an update that was decided before some touches fits, and keeps what they counted");
    }

    /** A deletion that forgets whom it should remember. */
    static class ForgetsTombstones extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new BrokenStore() {
                @Override
                public synchronized void write(UserChange change) {
                    super.write(change);
                    if (change.leavesTombstone()) {
                        UserId id = change.written().get(0).id();
                        super.write(new UserChange.Delete(find(id).orElseThrow()));
                    }
                }
            };
        }
    }

    @Test
    @DisplayName("forgets tombstones")
    void forgetsTombstones() {
        failsExactly(
                ForgetsTombstones.class,
                "L7: deleting a user that is kept out by its primary identity leaves a tombstone with its id",
                "L7: deleting a user that is kept out by another identity frees its id, and leaves one of that identity",
                "L7: a tombstone holds nothing personal: no attributes, claims, metadata, counters or addresses",
                "L7: a tombstone keeps its identities and its id from being taken",
                "L7: deleting a blocked user leaves a tombstone, found by its id and all identities",
                "L7: a touch of a tombstone that another identity left throws StaleUserException",
                "L7: deleting a tombstone frees its id and all identities");
    }

    /** A search for addresses as they are spelled. */
    static class ComparesAddressesByText extends UserStoreContract {
        @Override
        protected UserStore newStore() {
            return new BrokenStore() {
                @Override
                public List<StoredUser> candidates(EmailAddress address, int limit) {
                    return super.candidates(address, limit).stream()
                            .filter(stored ->
                                    stored.user().text(RootAttribute.EMAIL).equals(Optional.of(address.text())))
                            .toList();
                }
            };
        }
    }

    @Test
    @DisplayName("compares addresses as text")
    void comparesAddressesByText() {
        failsExactly(
                ComparesAddressesByText.class,
                "domains are compared as punycode",
                "letters A to Z are compared without regard to case, whichever way round");
    }
}
