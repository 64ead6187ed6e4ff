package dev.onoma.core.administration;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Unlinking an identity")
class UnlinkTest {
    private static final IdentityKey PRIMARY = new IdentityKey("social", "1");
    private static final IdentityKey SECONDARY = new IdentityKey("company", "c");

    private final World world = World.of(Tables.connection(Tables.SOCIAL), Tables.connection(Tables.COMPANY));
    private User user;

    @BeforeEach
    void linked() {
        user = world.linked(
                world.login("social", "{'sub':'1','name':'Ada'}"),
                world.login("company", "{'sub':'c','name':'A. L.','email':'a@example.com'}"));
        user = world.adminEdits(user, "{'user_metadata':{'a':1},'app_metadata':{'b':2}}")
                .orElseThrow()
                .after()
                .orElseThrow();
        world.later();
    }

    private ChangeResult unlink(IdentityKey key) {
        return world.administration().unlink(user.id(), key);
    }

    @Test
    @DisplayName("L4: makes a fresh user from the identity's claims, without metadata, counters at zero")
    void fresh() {
        ChangeResult.Done done = unlink(SECONDARY).orElseThrow();

        User fresh = done.other().orElseThrow();
        assertThat(fresh).isEqualTo(world.now(fresh));
        assertThat(fresh.id()).isEqualTo(UserId.of("company|c"));
        assertThat(fresh.name()).hasValue("A. L.");
        assertThat(World.owner(fresh, NAME)).hasValue(new Owner("company"));
        assertThat(fresh.email()).hasValue("a@example.com");
        assertThat(fresh.userMetadata().isEmpty()).isTrue();
        assertThat(fresh.appMetadata().isEmpty()).isTrue();
        assertThat(fresh.counters()).isEqualTo(LoginCounters.NONE);
        assertThat(fresh.createdAt()).isEqualTo(world.clock.instant());
        assertThat(fresh.isBlocked()).isFalse();
        assertThat(fresh.identities()).containsExactly(user.identities().get(1));
    }

    @Test
    @DisplayName("L4: leaves the user everything but the identity")
    void rest() {
        ChangeResult.Done done = unlink(SECONDARY).orElseThrow();

        User after = world.now(user);
        assertThat(done.before()).hasValue(user);
        assertThat(done.after()).hasValue(after);
        assertThat(after.identities()).extracting(Identity::key).containsExactly(PRIMARY);
        assertThat(after.root()).isEqualTo(user.root());
        assertThat(after.appMetadata()).isEqualTo(user.appMetadata());
        assertThat(after.counters()).isEqualTo(user.counters());
        assertThat(after.updatedAt()).isEqualTo(world.clock.instant());
    }

    @Test
    @DisplayName("L1: afterwards each identity logs in as its own user, and changes nothing by it")
    void loginsAfterwards() {
        unlink(SECONDARY).orElseThrow();

        LoginResult.Accepted company = world.login("company", "{'sub':'c','name':'A. L.','email':'a@example.com'}");
        assertThat(company.after().id()).isEqualTo(UserId.of("company|c"));
        assertThat(company.after().counters().logins()).isEqualTo(1);
        assertThat(world.login("social", "{'sub':'1','name':'Ada'}").outcome()).isEqualTo(LoginOutcome.UNCHANGED);
    }

    @Test
    @DisplayName("L4: the only identity cannot be unlinked")
    void last() {
        User alone = world.login("social", "{'sub':'2'}").after();

        ChangeResult result = world.administration()
                .unlink(alone.id(), alone.primaryIdentity().key());

        assertThat(result.refusal())
                .hasValue(new Refusal(RefusalCode.LAST_IDENTITY, "a user's only identity cannot be unlinked"));
        assertThat(world.now(alone)).isEqualTo(alone);
    }

    @Test
    @DisplayName("L4: the primary identity cannot be unlinked while there are others")
    void primary() {
        assertThat(unlink(PRIMARY).refusal())
                .hasValue(new Refusal(
                        RefusalCode.PRIMARY_IDENTITY,
                        "the primary identity cannot be unlinked while there are others"));
        assertThat(world.now(user)).isEqualTo(user);
    }

    @Test
    @DisplayName("Refused: an identity that the user does not have, and a user that does not exist")
    void unknown() {
        assertThat(unlink(new IdentityKey("company", "x")).refusal())
                .hasValue(new Refusal(RefusalCode.IDENTITY_NOT_FOUND, "the user has no such identity"));
        assertThat(world.administration()
                        .unlink(UserId.of("social|9"), SECONDARY)
                        .refusal())
                .hasValue(new Refusal(RefusalCode.USER_NOT_FOUND, "no user has that id"));
    }

    @Test
    @DisplayName("Refused: an identity whose connection is configured no longer, for its claims cannot be read")
    void unknownConnection() {
        ChangeResult result = world.configured(Tables.connection(Tables.SOCIAL))
                .administration()
                .unlink(user.id(), SECONDARY);

        assertThat(result.refusal())
                .hasValue(new Refusal(
                        RefusalCode.UNKNOWN_CONNECTION,
                        "the identity's connection is not configured, so its claims cannot be read"));
    }

    @Test
    @DisplayName("L4 S9: of a blocked user comes a blocked user: nobody gets out by being split")
    void blocked() {
        world.administration().block(user.id()).orElseThrow();

        User fresh = unlink(SECONDARY).orElseThrow().other().orElseThrow();

        assertThat(fresh.isBlocked()).isTrue();
        assertThat(world.refused("company", "{'sub':'c'}").reason().code()).isEqualTo(RefusalCode.USER_BLOCKED);
    }

    @Test
    @DisplayName("L6: when the id that the fresh user would get is taken, it is refused and nothing changes")
    void taken() {
        User holder = User.builder(
                        UserId.of("company|c"),
                        new Identity(new IdentityKey("social", "7"), "social", true, World.json("{}")),
                        world.clock.instant())
                .build();
        World other = World.of(Tables.connection(Tables.SOCIAL), Tables.connection(Tables.COMPANY));
        other.store.write(new UserChange.Insert(holder));
        other.store.write(new UserChange.Insert(user));

        ChangeResult result = other.administration().unlink(user.id(), SECONDARY);

        assertThat(result.refusal())
                .hasValue(new Refusal(
                        RefusalCode.USER_ID_TAKEN, "the id that the fresh user would get belongs to another user"));
        assertThat(other.now(user)).isEqualTo(user);
        assertThat(other.now(holder)).isEqualTo(holder);
    }

    @Test
    @DisplayName("S4 L4: under never_on_login a fresh user comes all the same, with no root attribute")
    void never() {
        World strict = world.configured(
                Tables.connection(Tables.SOCIAL),
                Tables.connection(Tables.COMPANY).syncPolicy(SyncPolicy.NEVER_ON_LOGIN));

        User fresh = strict.administration()
                .unlink(user.id(), SECONDARY)
                .orElseThrow()
                .other()
                .orElseThrow();

        assertThat(fresh.root().has(EMAIL)).isFalse();
        assertThat(fresh.root().has(NAME)).isFalse();
    }

    @Test
    @DisplayName("L4: stored claims from which no profile can be made refuse the unlinking, with their reason")
    void unusableClaims() {
        Provider complaining = Provider.named("company")
                .subject("sub")
                .errorDocument(document -> true)
                .build();

        ChangeResult result = world.configured(Tables.connection(Tables.SOCIAL), Tables.connection(complaining))
                .administration()
                .unlink(user.id(), SECONDARY);

        assertThat(result.refusal())
                .hasValue(
                        new Refusal(RefusalCode.PROVIDER_ERROR, "the document is the provider's error, not a profile"));
        assertThat(world.now(user)).isEqualTo(user);
    }
}
