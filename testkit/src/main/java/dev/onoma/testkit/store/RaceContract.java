package dev.onoma.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.store.DuplicateIdentityException;
import dev.onoma.core.store.Retry;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoreConflictException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserIdTakenException;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.testkit.races.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about changes at the same time. */
public abstract class RaceContract extends UserStorePart {
    private static final int THREADS = 32;

    /** The part, over stores. */
    protected RaceContract(Stores stores) {
        super(stores);
    }

    @Test
    @DisplayName("T1: of 32 inserts of one user at once, one succeeds and the others meet DuplicateIdentityException")
    void insertsOfOneUser() {
        User user = SampleUsers.plain("1");

        List<Optional<RuntimeException>> thrown =
                Together.attempt(THREADS, i -> store().write(new UserChange.Insert(user)));

        Together.onlyWinner(thrown, DuplicateIdentityException.class);
        assertThat(read(user).user()).isEqualTo(user);
        leadsTo(user);
    }

    @Test
    @DisplayName(
            "T1: of 32 inserts of one identity under ids of their own, one succeeds and nothing is left of the others")
    void insertsOfOneIdentity() {
        List<User> users = IntStream.range(0, THREADS)
                .mapToObj(i -> SampleUsers.with(UserId.of("race|" + i), SampleUsers.identity("google-oauth2", "1")))
                .toList();

        List<Optional<RuntimeException>> thrown =
                Together.attempt(THREADS, i -> store().write(new UserChange.Insert(users.get(i))));

        User winner = users.get(Together.onlyWinner(thrown, DuplicateIdentityException.class));
        leadsTo(winner);
        assertThat(users.stream().filter(user -> store().find(user.id()).isPresent()))
                .as("users that are there")
                .containsExactly(winner);
    }

    @Test
    @DisplayName("L6: of 32 inserts under one id, one succeeds and nothing is left of the others")
    void insertsUnderOneId() {
        List<User> users = IntStream.range(0, THREADS)
                .mapToObj(i -> SampleUsers.with(UserId.of("race|1"), SampleUsers.identity("google-oauth2", "n" + i)))
                .toList();

        List<Optional<RuntimeException>> thrown =
                Together.attempt(THREADS, i -> store().write(new UserChange.Insert(users.get(i))));

        User winner = users.get(Together.onlyWinner(thrown, UserIdTakenException.class));
        assertThat(users.stream()
                        .filter(user ->
                                store().find(user.primaryIdentity().key()).isPresent()))
                .as("users whose identities are there")
                .containsExactly(winner);
    }

    @Test
    @DisplayName("T2: 16 times 50 touches at once count 800 logins")
    void touches() {
        User user = inserted(SampleUsers.plain("1")).user();

        Together.run(16, thread -> {
            for (int i = 0; i < 50; i++) {
                touch(user, SampleUsers.LATER);
            }
        });

        assertThat(read(user).user().counters().logins()).isEqualTo(800);
    }

    @Test
    @DisplayName("T2: of 16 updates of one version at once, one succeeds and the others meet StaleUserException")
    void updatesOfOneVersion() {
        StoredUser before = inserted(SampleUsers.plain("1"));

        List<Optional<RuntimeException>> thrown = Together.attempt(
                16,
                i -> store().write(new UserChange.Update(
                        before, SampleUsers.named(before.user(), "name " + i), Optional.empty())));

        int winner = Together.onlyWinner(thrown, StaleUserException.class);
        assertThat(read(before.user()).user().name()).contains("name " + winner);
    }

    @Test
    @DisplayName("T2: touches beside updates lose nothing, and neither do the updates")
    void touchesBesideUpdates() {
        User user = inserted(SampleUsers.plain("1")).user();

        Together.run(16, thread -> {
            for (int i = 0; i < 20; i++) {
                if (thread % 2 == 0) {
                    touch(user, SampleUsers.LATER);
                } else {
                    addField(user, "field-" + thread + "-" + i);
                }
            }
        });

        assertThat(read(user).user().counters().logins()).as("logins_count").isEqualTo(160);
        assertThat(read(user).user().appMetadata().size()).as("fields").isEqualTo(160);
    }

    private void addField(User user, String name) {
        Retry.untilItStands(() -> {
            StoredUser before = store().find(user.id()).orElseThrow();
            Together.pause();
            User after = before.user().toBuilder()
                    .appMetadata(before.user().appMetadata().with(name, JsonBoolean.TRUE))
                    .build();
            store().write(new UserChange.Update(before, after, Optional.empty()));
            return after;
        });
    }

    @Test
    @DisplayName("T3: of 8 merges of one user into others at once, one succeeds, and each identity is of one user")
    void merges() {
        StoredUser secondary = inserted(SampleUsers.plain("secondary"));
        List<StoredUser> primaries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            primaries.add(inserted(SampleUsers.plain("primary-" + i)));
        }

        List<Optional<RuntimeException>> thrown = Together.attempt(
                8,
                i -> store().write(new UserChange.Merge(
                        primaries.get(i),
                        secondary,
                        SampleUsers.joined(primaries.get(i).user(), secondary.user()))));

        int winner = Together.onlyWinner(thrown, StoreConflictException.class);
        assertThat(store().find(secondary.user().id())).isEmpty();
        for (int i = 0; i < 8; i++) {
            List<Identity> identities = read(primaries.get(i).user()).user().identities();
            assertThat(identities).hasSize(i == winner ? 2 : 1);
        }
        assertThat(store().find(secondary.user().primaryIdentity().key())
                        .map(stored -> stored.user().id()))
                .contains(primaries.get(winner).user().id());
    }
}
