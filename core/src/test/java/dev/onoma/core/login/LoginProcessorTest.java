package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.RefusedException;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.link.LinkDecision;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoginProcessorTest {
    private static final String ADA = "{'sub':'1','name':'Ada','locale':'en'}";

    private final World world = World.of(Tables.connection(Tables.SOCIAL), Tables.connection(Tables.COMPANY));

    @Test
    @DisplayName("L2 L6: the first login of an identity creates its user, which is stored as the result shows it")
    void creates() {
        LoginResult.Accepted login = world.login(World.loginOf("social", ADA).ip("192.0.2.1"));

        User user = login.after();
        assertThat(login.outcome()).isEqualTo(LoginOutcome.CREATED);
        assertThat(login.before()).isEmpty();
        assertThat(login.link()).isInstanceOf(LinkDecision.NewUser.class);
        assertThat(login.connection()).isEqualTo("social");
        assertThat(user.id()).isEqualTo(UserId.of("social|1"));
        assertThat(user.identities())
                .containsExactly(new Identity(new IdentityKey("social", "1"), "social", true, World.json(ADA)));
        assertThat(user.createdAt()).isEqualTo(MovableClock.START);
        assertThat(user.updatedAt()).isEqualTo(MovableClock.START);
        assertThat(user.counters().logins()).isEqualTo(1);
        assertThat(user.counters().lastLogin()).hasValue(MovableClock.START);
        assertThat(user.counters().lastIp()).hasValue("192.0.2.1");
        assertThat(world.now(user)).isEqualTo(user);
    }

    @Test
    @DisplayName("S10: the same input again changes nothing but the counters, and is a touch")
    void touches() {
        User first = world.login("social", ADA).after();
        world.later();

        LoginResult.Accepted login = world.login("social", ADA);

        assertThat(login.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(login.link()).isInstanceOf(LinkDecision.ExistingIdentity.class);
        assertThat(login.before()).hasValue(first);
        assertThat(login.after().sameProfile(first)).isTrue();
        assertThat(login.after().updatedAt()).isEqualTo(MovableClock.START);
        assertThat(login.after().counters().logins()).isEqualTo(2);
        assertThat(login.after().counters().lastLogin()).hasValue(world.clock.instant());
        assertThat(world.now(first)).isEqualTo(login.after());
    }

    @Test
    @DisplayName("S10: updated_at moves when something beside the counters changes")
    void updates() {
        User first = world.login("social", ADA).after();
        world.later();

        LoginResult.Accepted login = world.login("social", ADA.replace("Ada", "Augusta"));

        assertThat(login.outcome()).isEqualTo(LoginOutcome.UPDATED);
        assertThat(login.after().updatedAt()).isEqualTo(world.clock.instant());
        assertThat(login.after().createdAt()).isEqualTo(MovableClock.START);
        assertThat(world.now(first)).isEqualTo(login.after());
    }

    @Test
    @DisplayName("S10: JSON is compared by value: order of members and spelling of numbers do not count")
    void byValue() {
        world.login("social", "{'sub':'1','a':{'x':1,'y':2.0}}");

        assertThat(world.login("social", "{'a':{'y':2,'x':1.0},'sub':'1'}").outcome())
                .isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(world.login("social", "{'a':{'y':2,'x':1.5},'sub':'1'}").outcome())
                .isEqualTo(LoginOutcome.UPDATED);
    }

    @Test
    @DisplayName("S10 M9: OpenID Connect logins that differ in iat exp nonce at_hash jti only are touches")
    void protocolClaims() {
        String first = "{'sub':'1','name':'Ada','iat':1,'exp':2,'nonce':'n1','at_hash':'h1','jti':'j1'}";
        world.login(Login.of("company", Claims.of(World.json(first), Evidence.VERIFIED_ID_TOKEN)));

        LoginResult.Accepted login = world.login(Login.of(
                "company",
                Claims.of(
                        World.json("{'sub':'1','name':'Ada','iat':5,'exp':6,'nonce':'n2','at_hash':'h2','jti':'j2'}"),
                        Evidence.VERIFIED_ID_TOKEN)));

        assertThat(login.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(login.after().primaryIdentity().profileData()).isEqualTo(World.json("{'sub':'1','name':'Ada'}"));
    }

    @Test
    @DisplayName("L1: a known identity is its user, whatever the address says now")
    void knownIdentity() {
        world.login("social", "{'sub':'1','email':'ada@example.org','email_verified':true}");
        world.login("social", "{'sub':'2','email':'bob@example.org','email_verified':true}");

        LoginResult.Accepted login =
                world.login("social", "{'sub':'1','email':'bob@example.org','email_verified':true}");

        assertThat(login.after().id()).isEqualTo(UserId.of("social|1"));
        assertThat(login.link()).isInstanceOf(LinkDecision.ExistingIdentity.class);
    }

    @Test
    @DisplayName("L1: the provider's new subject for a known person is another user; the old one is untouched")
    void changedSubject() {
        User old = world.login("social", "{'sub':'1','email':'ada@example.org','email_verified':true}")
                .after();

        LoginResult.Accepted login =
                world.login("social", "{'sub':'2','email':'ada@example.org','email_verified':true}");

        assertThat(login.outcome()).isEqualTo(LoginOutcome.CREATED);
        assertThat(world.now(old)).isEqualTo(old);
    }

    @Test
    @DisplayName("An enterprise identity is not social")
    void enterprise() {
        assertThat(world.login("company", ADA).after().primaryIdentity().isSocial())
                .isFalse();
    }

    @Test
    @DisplayName("Times are kept in milliseconds")
    void milliseconds() {
        world.clock.move(Duration.ofNanos(1_999_999));

        assertThat(world.login("social", ADA).after().createdAt()).isEqualTo(MovableClock.START.plusMillis(1));
    }

    @Test
    @DisplayName("Refused: a connection that is not configured")
    void unknownConnection() {
        LoginResult.Refused login = world.refused("elsewhere", ADA);

        assertThat(login.reason().code()).isEqualTo(RefusalCode.UNKNOWN_CONNECTION);
        assertThat(login.reason().message()).isEqualTo("no connection of that name");
        assertThat(login.connection()).isEqualTo("elsewhere");
    }

    @Test
    @DisplayName("Refused: claims that are no JSON, with nothing written")
    void unusableClaims() {
        Claims claims = Claims.parse("{".getBytes(StandardCharsets.UTF_8), Evidence.USERINFO_RESPONSE);

        LoginResult login = world.logins.login(Login.of("social", claims));

        assertThat(login.refusal().orElseThrow().code()).isEqualTo(RefusalCode.INVALID_CLAIMS);
        assertThat(world.store.list(Optional.empty(), 9)).isEmpty();
    }

    @Test
    @DisplayName(
            "I-12: a connection that was given another provider does not take the old one's identities for its own")
    void otherProvider() {
        world.login("social", ADA);

        LoginResult.Refused login =
                world.configured(Connection.of("social", Tables.COMPANY)).refused("social", ADA);

        assertThat(login.reason().code()).isEqualTo(RefusalCode.ID_SPACE_CHANGED);
        assertThat(login.reason().message())
                .isEqualTo("connection \"social\" has another provider than the identity was made with");
        assertThat(world.find("social|1").orElseThrow().counters().logins()).isEqualTo(1);
    }

    @Test
    @DisplayName("Whoever insists on the user gets it, or the refusal as an exception")
    void orElseThrow() {
        assertThat(world.logins
                        .login(World.loginOf("social", ADA))
                        .orElseThrow()
                        .name())
                .hasValue("Ada");
        assertThatThrownBy(() ->
                        world.logins.login(World.loginOf("elsewhere", ADA)).orElseThrow())
                .isInstanceOf(RefusedException.class)
                .hasMessage("no connection of that name")
                .extracting(thrown -> ((RefusedException) thrown).code())
                .isEqualTo("unknown_connection");
    }

    @Test
    @DisplayName("A processor refuses connections given in both ways, or two of one name")
    void builder() {
        Connection social = Tables.connection(Tables.SOCIAL).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.processor().connection(social).build())
                .withMessage("give connections one by one or all at once, not both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginProcessor.builder(world.store)
                        .connection(social)
                        .connection(social)
                        .build())
                .withMessage("two connections are called \"social\"");
    }
}
