package dev.onoma.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.LoginEvent;
import dev.onoma.core.user.User;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about counting logins: the counters are the store's. */
public abstract class CounterContract extends UserStorePart {
    private static final Instant AT = SampleUsers.LATER.plusMillis(1_001);

    /** The part, over stores. */
    protected CounterContract(Stores stores) {
        super(stores);
    }

    @Test
    @DisplayName("T2: a touch adds one login, and says when and from where the latest was")
    void touchCounts() {
        User user = inserted(SampleUsers.complete()).user();

        store().write(new UserChange.Touch(user.id(), new LoginEvent(AT, Optional.of("192.0.2.1"))));

        assertThat(reopened().find(user.id()).orElseThrow().user().counters())
                .isEqualTo(new LoginCounters(user.counters().logins() + 1, Optional.of(AT), Optional.of("192.0.2.1")));
    }

    @Test
    @DisplayName("T2: a touch that does not say from where leaves the address before")
    void touchWithoutAddress() {
        User user = inserted(SampleUsers.complete()).user();

        touch(user, AT);

        assertThat(read(user).user().counters().lastIp())
                .isEqualTo(user.counters().lastIp());
        assertThat(read(user).user().counters().lastLogin()).contains(AT);
    }

    @Test
    @DisplayName("T2: a touch changes nothing but the counters, not even the version")
    void touchChangesNothingElse() {
        StoredUser before = inserted(SampleUsers.complete());

        touch(before.user(), AT);

        StoredUser after = read(before.user());
        assertThat(after.version()).as("version").isEqualTo(before.version());
        assertThat(after.user().updatedAt())
                .as("updated_at")
                .isEqualTo(before.user().updatedAt());
        assertThat(after.user().sameProfile(before.user()))
                .as("whether the profile is the same")
                .isTrue();
    }

    @Test
    @DisplayName("T2: a touch needs no version: it counts after any change")
    void touchNeedsNoVersion() {
        StoredUser before = inserted(SampleUsers.plain("1"));
        updated(before, SampleUsers.named(before.user(), "Ada"));

        touch(before.user(), AT);

        assertThat(read(before.user()).user().counters().logins()).isEqualTo(1);
        assertThat(read(before.user()).user().name()).contains("Ada");
    }

    @Test
    @DisplayName("T2: an update that was decided before some touches fits, and keeps what they counted")
    void updateKeepsTouches() {
        StoredUser before = inserted(SampleUsers.complete());
        touch(before.user(), AT);
        touch(before.user(), AT.plusMillis(1));

        User after = updated(before, SampleUsers.named(before.user(), "Ada")).user();

        assertThat(after.name()).contains("Ada");
        assertThat(after.counters().logins()).isEqualTo(before.user().counters().logins() + 2);
        assertThat(after.counters().lastLogin()).contains(AT.plusMillis(1));
    }

    @Test
    @DisplayName("T2: an update cannot set counters")
    void updateSetsNoCounters() {
        StoredUser before = inserted(SampleUsers.complete());

        User after = updated(
                        before,
                        before.user().toBuilder().counters(LoginCounters.NONE).build())
                .user();

        assertThat(after.counters()).isEqualTo(before.user().counters());
    }

    @Test
    @DisplayName("T2: an update by a login counts it, beside the touches since")
    void updateCountsItsLogin() {
        StoredUser before = inserted(SampleUsers.complete());
        touch(before.user(), AT);
        LoginEvent login = new LoginEvent(AT.plusMillis(5), Optional.of("192.0.2.9"));

        store().write(new UserChange.Update(before, SampleUsers.named(before.user(), "Ada"), Optional.of(login)));

        assertThat(read(before.user()).user().counters())
                .isEqualTo(
                        new LoginCounters(before.user().counters().logins() + 2, Optional.of(login.at()), login.ip()));
    }

    @Test
    @DisplayName("T2: a touch of a user that is gone throws StaleUserException, and does not bring it back")
    void touchOfNobody() {
        StoredUser stored = inserted(SampleUsers.plain("1"));
        store().write(new UserChange.Delete(stored));

        refuses(
                StaleUserException.class,
                new UserChange.Touch(stored.user().id(), new LoginEvent(AT, Optional.empty())),
                stored.user());
    }

    @Test
    @DisplayName("T2: a touch counts for its user only")
    void touchIsOfOneUser() {
        User one = inserted(SampleUsers.plain("1")).user();
        User other = inserted(SampleUsers.plain("2")).user();

        touch(one, AT);

        assertThat(read(other).user()).isEqualTo(other);
    }
}
