package dev.onoma.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.link.LinkDecision.LinkAllowed;
import dev.onoma.core.link.LinkDecision.NewUser;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Automatic linking")
class AutomaticLinkTest {
    private static final String SOCIAL = "{'sub':'1','name':'Ada','email':'ada@example.org','email_verified':true}";
    private static final Login COMPANY =
            World.loginOf("company", "{'sub':'c','name':'A. L.','email':'ADA@example.org','email_verified':true}");

    private final World world = World.of(
            Tables.connection(Tables.SOCIAL).trustForLinking(),
            automatic(),
            Connection.of("distrusted", Tables.SOCIAL),
            Tables.connection(Tables.DATABASE));
    private User user;

    @BeforeEach
    void signedUp() {
        user = world.login("social", SOCIAL).after();
        world.later();
    }

    private static Connection.Builder automatic() {
        return Tables.connection(Tables.COMPANY)
                .linkPolicy(LinkPolicy.AUTOMATIC)
                .trustForLinking();
    }

    private static void notLinked(LoginResult.Accepted login, String obstacle) {
        assertThat(login.link()).isEqualTo(new NewUser(Optional.of(obstacle)));
        assertThat(login.link().toJson())
                .isEqualTo(World.json("{'decision':'NewUser','reason':'_'}").with("reason", new JsonString(obstacle)));
        assertThat(login.outcome()).isEqualTo(LoginOutcome.CREATED);
        assertThat(login.after().identities()).hasSize(1);
    }

    @Test
    @DisplayName("L3 S6: joins the one verified user; its root attributes, metadata and id stay")
    void joins() {
        LoginResult.Accepted login = world.login(COMPANY);

        assertThat(login.link()).isEqualTo(new LinkAllowed(user.id()));
        assertThat(login.link().toJson()).isEqualTo(World.json("{'decision':'LinkAllowed'}"));
        assertThat(login.outcome()).isEqualTo(LoginOutcome.UPDATED);
        User after = world.now(user);
        assertThat(login.after()).isEqualTo(after);
        assertThat(after.root()).isEqualTo(user.root());
        assertThat(after.identities()).hasSize(2).startsWith(user.primaryIdentity());
        assertThat(after.identity(new IdentityKey("company", "c")).orElseThrow().profileData())
                .isEqualTo(COMPANY.claims().sources().get(0).object().orElseThrow());
        assertThat(after.counters().logins()).isEqualTo(2);
        assertThat(login.decisions())
                .allSatisfy(decision -> assertThat(decision.rule()).isEqualTo("S6"));
        assertThat(login.revoked()).isEmpty();
    }

    @Test
    @DisplayName("L3 L1: the second login finds its identity")
    void second() {
        world.login(COMPANY);

        LoginResult.Accepted login = world.login(COMPANY);

        assertThat(login.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(login.after().id()).isEqualTo(user.id());
    }

    @Test
    @DisplayName("L3 I-15: not where the user has another identity at the connection: the address was given to another")
    void anotherAccountWithTheAddress() {
        World one = World.of(automatic());
        one.login(COMPANY);

        LoginResult.Accepted login =
                one.login(World.loginOf("company", "{'sub':'d','email':'ada@example.org','email_verified':true}"));

        notLinked(login, "the user has another identity at this connection");
    }

    @Test
    @DisplayName("L3: not where the login's own connection is not trusted for linking")
    void connectionNotTrusted() {
        World careless = world.configured(
                Tables.connection(Tables.SOCIAL).trustForLinking(),
                Tables.connection(Tables.COMPANY).linkPolicy(LinkPolicy.AUTOMATIC));

        notLinked(careless.login(COMPANY), "the connection is not trusted for linking");
    }

    @Test
    @DisplayName("L3: not where the incoming address is not verified")
    void incomingNotVerified() {
        notLinked(
                world.login("company", "{'sub':'c','email':'ada@example.org'}"), "the login's address is not verified");
        notLinked(
                world.login("company", "{'sub':'d','email':'ada@example.org','email_verified':false}"),
                "the login's address is not verified");
    }

    @Test
    @DisplayName("L3: not where no user has the address, nor where several have it")
    void notExactlyOne() {
        notLinked(
                world.login("company", "{'sub':'c','email':'other@example.org','email_verified':true}"),
                "no user has the address");
        world.login("social", SOCIAL.replace("'1'", "'2'"));
        notLinked(
                world.login("company", "{'sub':'d','email':'ada@example.org','email_verified':true}"),
                "several users have the address");
    }

    @Test
    @DisplayName("L3 I-13: not where the stored address is not verified")
    void storedNotVerified() {
        world.login("social", SOCIAL.replace("true", "false"));

        notLinked(world.login(COMPANY), "the user's address is not verified");
    }

    @Test
    @DisplayName(
            "L3 I-14: not where whoever verified the stored address is not trusted: a connection, an administrator")
    void verifierNotTrusted() {
        String obstacle = "whoever verified the user's address is not trusted for linking";
        world.login("distrusted", SOCIAL.replace("ada@", "bob@"));
        notLinked(world.login("company", "{'sub':'b','email':'bob@example.org','email_verified':true}"), obstacle);

        User typed =
                world.login("database", "{'sub':'d','email':'eve@example.org'}").after();
        world.adminEdits(typed, "{'set':{'email_verified':true}}").orElseThrow();
        notLinked(world.login("company", "{'sub':'e','email':'eve@example.org','email_verified':true}"), obstacle);
    }

    @Test
    @DisplayName("L3: the application's own confirmation of the address is trusted")
    void ownConfirmation() {
        Verification own = new Verification(Owner.USER, Instant.parse("2026-01-01T00:00:00Z"));
        Identity identity = new Identity(new IdentityKey("database", "x"), "database", false, JsonObject.EMPTY);
        User confirmed = User.builder(UserId.of("database|x"), identity, own.at())
                .root(RootAttributes.NONE.with(
                        RootAttribute.EMAIL, new OwnedValue(PairValue.verified("own@example.org", own), Owner.USER)))
                .build();
        world.store.write(new UserChange.Insert(confirmed));

        LoginResult.Accepted login =
                world.login("company", "{'sub':'c','email':'own@example.org','email_verified':true}");

        assertThat(login.link()).isEqualTo(new LinkAllowed(UserId.of("database|x")));
    }

    @Test
    @DisplayName("L3: not to a user that is blocked")
    void blocked() {
        world.administration().block(user.id()).orElseThrow();

        notLinked(world.login(COMPANY), "the user is blocked");
    }

    private LoginResult loginWithPasswordSetAt(Instant time) {
        return world.processor()
                .passwords(id -> id.equals(user.id()) ? Optional.of(time) : Optional.empty())
                .build()
                .login(COMPANY);
    }

    @Test
    @DisplayName("L3 I-13: not to a user with a password that is older than the verification of its address")
    void olderPassword() {
        notLinked(
                (LoginResult.Accepted) loginWithPasswordSetAt(MovableClock.START.minusMillis(1)),
                "the user's password is older than the verification of its address");
    }

    @Test
    @DisplayName("L3: a password set when the address was verified, or later, is no obstacle")
    void laterPassword() {
        assertThat(loginWithPasswordSetAt(MovableClock.START).link()).isEqualTo(new LinkAllowed(user.id()));
    }

    @Test
    @DisplayName("L3 S4: never_on_login refuses nobody who joins a known user")
    void neverOnLogin() {
        World strict = world.configured(
                Tables.connection(Tables.SOCIAL).trustForLinking(), automatic().syncPolicy(SyncPolicy.NEVER_ON_LOGIN));

        assertThat(strict.login(COMPANY).after().id()).isEqualTo(user.id());
    }
}
