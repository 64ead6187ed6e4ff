package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.link.LinkDecision;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Logins that are refused")
class RefusedLoginTest {
    private static final String ADA = "{'sub':'1','name':'Ada','email':'ada@example.org'}";

    private final World world = World.of(Tables.connection(Tables.SOCIAL));

    private World strict() {
        return world.configured(Tables.connection(Tables.SOCIAL).syncPolicy(SyncPolicy.NEVER_ON_LOGIN));
    }

    @Test
    @DisplayName("S4: never_on_login refuses an identity that would need a new user, and stores nothing")
    void unknownUser() {
        LoginResult.Refused login = strict().refused("social", ADA);

        assertThat(login.reason())
                .isEqualTo(new Refusal(
                        RefusalCode.UNKNOWN_USER,
                        "connection \"social\" creates no users: its sync mode is never_on_login"));
        assertThat(login.link()).isInstanceOf(LinkDecision.Refused.class);
        assertThat(world.store.list(Optional.empty(), 1)).isEmpty();
    }

    @Test
    @DisplayName("S4: under never_on_login a known one logs in, and no attribute is written, the e-mail pair included")
    void knownUserUnderNever() {
        User user = world.login("social", ADA).after();

        LoginResult.Accepted login =
                strict().login("social", "{'sub':'1','name':'Other','email':'other@example.org','phone_number':'+1'}");

        assertThat(login.after().root()).isEqualTo(user.root());
        assertThat(login.decisions())
                .allSatisfy(decision -> assertThat(decision.rule()).isEqualTo("S4"));
        assertThat(login.after().primaryIdentity().profileData().get("name"))
                .isEqualTo(World.json("{'name':'Other'}").get("name"));
    }

    @Test
    @DisplayName("S9 I5: a blocked user is refused; the attempt is counted, and nothing else changes")
    void blocked() {
        User user = world.login("social", ADA).after();
        world.administration().block(user.id()).orElseThrow();
        User blocked = world.now(user);
        world.later();

        LoginResult login = world.logins.login(
                World.loginOf("social", "{'sub':'1','name':'Other'}").ip("192.0.2.9"));

        assertThat(login.refusal()).hasValue(new Refusal(RefusalCode.USER_BLOCKED, "the user is blocked"));
        assertThat(login.user()).isEmpty();
        User after = world.now(user);
        assertThat(after.counters().logins()).isEqualTo(2);
        assertThat(after.counters().lastLogin()).hasValue(world.clock.instant());
        assertThat(after.counters().lastIp()).hasValue("192.0.2.9");
        assertThat(after.toBuilder().counters(blocked.counters()).build()).isEqualTo(blocked);
    }

    @Test
    @DisplayName("S9: once unblocked, the user logs in again")
    void unblocked() {
        User user = world.login("social", ADA).after();
        world.administration().block(user.id()).orElseThrow();
        world.administration().unblock(user.id()).orElseThrow();

        assertThat(world.login("social", ADA).outcome()).isEqualTo(LoginOutcome.UNCHANGED);
    }

    @Test
    @DisplayName("L7: of a user deleted while blocked the identity stays refused until that id is unblocked")
    void tombstone() {
        User user = world.login("social", ADA).after();
        world.administration().block(user.id()).orElseThrow();
        world.administration().delete(user.id()).orElseThrow();

        assertThat(world.refused("social", ADA).reason())
                .isEqualTo(new Refusal(RefusalCode.USER_BLOCKED, "the user was deleted while blocked"));

        world.administration().unblock(user.id()).orElseThrow();
        assertThat(world.login("social", ADA).outcome()).isEqualTo(LoginOutcome.CREATED);
    }

    @Test
    @DisplayName("L6: when the user id is taken the login is refused, never merged")
    void userIdTaken() {
        world.login("social", ADA);
        User imported = world.now(world.login("social", "{'sub':'9'}").after());
        World other = World.of(Tables.connection(Tables.SOCIAL));
        User holder = User.builder(UserId.of("social|1"), imported.primaryIdentity(), world.clock.instant())
                .build();
        other.store.write(new UserChange.Insert(holder));

        LoginResult.Refused login = other.refused("social", ADA);

        assertThat(login.reason())
                .isEqualTo(new Refusal(
                        RefusalCode.USER_ID_TAKEN, "the id that the user would get belongs to another user"));
        assertThat(other.now(holder)).isEqualTo(holder);
        assertThat(other.logins.preview(World.loginOf("social", ADA)).refusal()).isEqualTo(login.refusal());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("What a browser is told never tells whether a user exists, or in which state")
    void publicCode(RefusalCode code) {
        Set<RefusalCode> login = Set.of(
                RefusalCode.UNKNOWN_CONNECTION,
                RefusalCode.ID_SPACE_CHANGED,
                RefusalCode.UNKNOWN_USER,
                RefusalCode.WRONG_PASSWORD,
                RefusalCode.WRONG_CODE,
                RefusalCode.TOO_MANY_ATTEMPTS,
                RefusalCode.USER_BLOCKED,
                RefusalCode.USER_DELETED,
                RefusalCode.LOGIN_NAME_CONFLICT,
                RefusalCode.USER_ID_TAKEN);
        Set<RefusalCode> document = Set.of(
                RefusalCode.INVALID_CLAIMS,
                RefusalCode.CLAIMS_TOO_LARGE,
                RefusalCode.CLAIMS_TOO_DEEP,
                RefusalCode.PROVIDER_ERROR,
                RefusalCode.MISSING_SUBJECT,
                RefusalCode.SUBJECT_MISMATCH);

        String expected = login.contains(code)
                ? "login_refused"
                : document.contains(code)
                        ? "provider_error"
                        : code == RefusalCode.LOGIN_NAME_TAKEN
                                ? "signup_refused"
                                : code.name().toLowerCase(Locale.ROOT);
        assertThat(new Refusal(code, "").publicCode()).isEqualTo(expected);
        assertThat(code.code()).isEqualTo(code.name().toLowerCase(Locale.ROOT));
    }

    @Test
    @DisplayName("A refused login is JSON with its code and message, and prints its code")
    void json() {
        LoginResult.Refused login = strict().refused("social", ADA);

        assertThat(login.toJson().names()).containsExactly("outcome", "error");
        assertThat(login.toJson().toJson())
                .isEqualTo("{\"outcome\":\"refused\",\"error\":{\"code\":\"unknown_user\",\"message\":\"connection"
                        + " \\\"social\\\" creates no users: its sync mode is never_on_login\"}}");
        assertThat(login).hasToString("LoginResult[refused, unknown_user]");
    }
}
