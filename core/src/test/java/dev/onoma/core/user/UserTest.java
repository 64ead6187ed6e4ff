package dev.onoma.core.user;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.RefusedException;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UserTest {
    private static final Instant T = MovableClock.START;
    private static final Identity IDENTITY =
            new Identity(new IdentityKey("social", "1"), "social", true, JsonObject.EMPTY);
    private static final User USER =
            User.builder(UserId.of("social|1"), IDENTITY, T).build();

    @Test
    @DisplayName("is created with its identity, and nothing else")
    void created() {
        assertThat(USER.primaryIdentity()).isEqualTo(IDENTITY);
        assertThat(USER.root()).isEqualTo(RootAttributes.NONE);
        assertThat(USER.counters()).isEqualTo(LoginCounters.NONE);
        assertThat(USER.updatedAt()).isEqualTo(T);
        assertThat(USER.isBlocked()).isFalse();
        assertThat(USER.isEmailVerified()).isFalse();
        assertThat(USER.name()).isEmpty();
    }

    @Test
    @DisplayName("I2: is never without an identity")
    void noIdentity() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USER.toBuilder().identities(List.of()).build())
                .withMessage("a user must have an identity");
    }

    @Test
    @DisplayName("is immutable: the list it was built from may change")
    void copies() {
        List<Identity> identities = new ArrayList<>(List.of(IDENTITY));
        User user = USER.toBuilder().identities(identities).build();
        identities.clear();

        assertThat(user.identities()).containsExactly(IDENTITY);
    }

    @Test
    @DisplayName("has the same profile as another when only times and counters differ")
    void sameProfile() {
        User later = USER.toBuilder()
                .updatedAt(T.plusSeconds(1))
                .counters(new LoginCounters(3, Optional.of(T), Optional.empty()))
                .build();

        assertThat(USER.sameProfile(later)).isTrue();
        assertThat(USER).isNotEqualTo(later);
        assertThat(USER)
                .isEqualTo(USER.toBuilder().build())
                .hasSameHashCodeAs(USER.toBuilder().build());
    }

    @Test
    @DisplayName("has another profile when anything else differs")
    void otherProfile() {
        JsonObject json = World.json("{'a':1}");
        assertThat(List.of(
                        USER.toBuilder().blocked(true),
                        USER.toBuilder().userMetadata(json),
                        USER.toBuilder().appMetadata(json),
                        USER.toBuilder().identities(List.of(IDENTITY.withProfileData(json))),
                        USER.toBuilder().root(RootAttributes.NONE.with(NAME, OwnedValue.of("x", Owner.USER))),
                        User.builder(UserId.of("social|2"), IDENTITY, T)))
                .allSatisfy(builder -> {
                    assertThat(USER.sameProfile(builder.build())).isFalse();
                    assertThat(USER).isNotEqualTo(builder.build());
                });
        assertThat(USER)
                .isNotEqualTo(User.builder(USER.id(), IDENTITY, T.plusMillis(1))
                        .updatedAt(T)
                        .build());
    }

    @Test
    @DisplayName("prints what is there, not what it says")
    void string() {
        User user = USER.toBuilder()
                .root(RootAttributes.NONE.with(
                        EMAIL, new OwnedValue(PairValue.unverified("ada@example.org"), new Owner("social"))))
                .blocked(true)
                .build();

        assertThat(user).hasToString("User[RootAttributes[email by social], identities=[Identity[social]], blocked]");
    }

    @Test
    @DisplayName("counts logins one by one, and keeps the last address that was said")
    void counters() {
        LoginCounters counters = LoginCounters.NONE
                .plus(new LoginEvent(T, Optional.of("192.0.2.1")))
                .plus(new LoginEvent(T.plusSeconds(1), Optional.empty()));

        assertThat(counters)
                .isEqualTo(new LoginCounters(2, Optional.of(T.plusSeconds(1)), Optional.of("192.0.2.1")))
                .hasToString("LoginCounters[2]");
    }

    @Test
    @DisplayName("A change result gives what was done, or throws the refusal")
    void changeResult() {
        User after = USER.toBuilder().blocked(true).build();
        ChangeResult done = ChangeResult.Done.of(USER, after);

        assertThat(done.orElseThrow().after()).hasValue(after);
        assertThat(done.orElseThrow().isChange()).isTrue();
        assertThat(ChangeResult.Done.of(USER, USER).isChange()).isFalse();
        assertThat(new ChangeResult.Done(Optional.of(USER), Optional.of(USER), Optional.of(after)).isChange())
                .isTrue();
        ChangeResult refused = ChangeResult.refused(RefusalCode.SAME_USER, "both logins are of one user");
        assertThatThrownBy(refused::orElseThrow)
                .isInstanceOf(RefusedException.class)
                .hasMessage("both logins are of one user")
                .extracting(thrown -> ((RefusedException) thrown).refusal())
                .isEqualTo(refused.refusal().orElseThrow());
    }
}
