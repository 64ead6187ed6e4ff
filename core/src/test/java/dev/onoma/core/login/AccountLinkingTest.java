package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Linking two users by hand")
class AccountLinkingTest {
    private final World world = World.of(Tables.connection(Tables.SOCIAL), Tables.connection(Tables.COMPANY));
    private LoginProof social;
    private LoginProof company;
    private User primary;
    private User secondary;

    @BeforeEach
    void loggedIn() {
        world.login("company", "{'sub':'c','name':'A. L.','department':'Engines'}");
        LoginResult.Accepted first = world.login("social", "{'sub':'1','name':'Ada'}");
        LoginResult.Accepted second = world.login("company", "{'sub':'c','name':'A. L.','department':'Engines'}");
        social = first.proof().orElseThrow();
        company = second.proof().orElseThrow();
        primary = edited(first.after(), "{'user_metadata':{'a':1},'app_metadata':{'b':2}}");
        secondary = edited(second.after(), "{'user_metadata':{'x':1,'a':9},'app_metadata':{'y':2}}");
        world.later();
    }

    private User edited(User user, String request) {
        return world.adminEdits(user, request).orElseThrow().after().orElseThrow();
    }

    private ChangeResult link() {
        return world.linking().link(social, company);
    }

    @Test
    @DisplayName("L4: id, root attributes, metadata and counters stay the primary's, whom the caller names")
    void primaryStays() {
        ChangeResult.Done done = link().orElseThrow();

        User after = done.after().orElseThrow();
        assertThat(after).isEqualTo(world.now(primary));
        assertThat(after.toBuilder()
                        .identities(primary.identities())
                        .updatedAt(primary.updatedAt())
                        .build())
                .isEqualTo(primary);
        assertThat(after.updatedAt()).isEqualTo(world.clock.instant());
        assertThat(done.before()).hasValue(primary);
    }

    @Test
    @DisplayName("L4: the secondary's identities join with their claims, behind the primary's")
    void identitiesJoin() {
        User after = link().orElseThrow().after().orElseThrow();

        assertThat(after.identities()).containsExactly(primary.primaryIdentity(), secondary.primaryIdentity());
        assertThat(after.identities().get(1).profileData().get("department"))
                .isEqualTo(World.json("{'d':'Engines'}").get("d"));
    }

    @Test
    @DisplayName("L4 I3: the rest of the secondary user is gone, and returned in the result")
    void secondaryGoes() {
        ChangeResult.Done done = link().orElseThrow();

        assertThat(done.other()).hasValue(secondary);
        assertThat(done.isChange()).isTrue();
        assertThat(world.find("company|c")).isEmpty();
        assertThat(world.store.find(secondary.id())).isEmpty();
    }

    @Test
    @DisplayName("L1 L4: afterwards both identities log in as the one user")
    void loginsAfterwards() {
        link().orElseThrow();

        assertThat(world.login("company", "{'sub':'c','name':'A. L.'}").after().id())
                .isEqualTo(primary.id());
        assertThat(world.login("social", "{'sub':'1','name':'Ada'}").after().id())
                .isEqualTo(primary.id());
    }

    @Test
    @DisplayName("L5: a user that was linked can be linked again, with all of its identities")
    void chain() {
        link().orElseThrow();
        LoginResult.Accepted third = world.login("social", "{'sub':'3'}");
        LoginResult.Accepted linked = world.login("company", "{'sub':'c'}");

        User after = world.linked(third, linked);

        assertThat(after.id().value()).isEqualTo("social|3");
        assertThat(after.identities())
                .extracting(identity -> identity.connection() + " " + identity.subject())
                .containsExactly("social 3", "social 1", "company c");
    }

    @Test
    @DisplayName("L4: linking a user to itself is refused: by one login, or by two of its identities")
    void sameUser() {
        Refusal same = new Refusal(RefusalCode.SAME_USER, "both logins are of one user");
        assertThat(world.linking().link(social, social).refusal()).hasValue(same);
        link().orElseThrow();
        LoginProof one = world.login("social", "{'sub':'1'}").proof().orElseThrow();
        LoginProof other = world.login("company", "{'sub':'c'}").proof().orElseThrow();

        assertThat(world.linking().link(one, other).refusal()).hasValue(same);
    }

    @Test
    @DisplayName("L4: a blocked user is not linked, neither as primary nor as secondary")
    void blocked() {
        Refusal refusal = new Refusal(RefusalCode.USER_BLOCKED, "a user that is blocked cannot be linked");
        world.administration().block(secondary.id()).orElseThrow();
        User blocked = world.now(secondary);

        assertThat(link().refusal()).hasValue(refusal);
        assertThat(world.linking().link(company, social).refusal()).hasValue(refusal);
        assertThat(world.now(primary)).isEqualTo(primary);
        assertThat(world.now(secondary)).isEqualTo(blocked);
    }

    @Test
    @DisplayName("L4 L7: a user that was deleted in between is not linked, blocked or not")
    void deleted() {
        world.administration().delete(secondary.id()).orElseThrow();

        assertThat(link().refusal()).hasValue(new Refusal(RefusalCode.USER_NOT_FOUND, "a user that logged in is gone"));
        assertThat(world.linking().link(company, social).refusal())
                .hasValue(new Refusal(RefusalCode.USER_NOT_FOUND, "a user that logged in is gone"));
        assertThat(world.now(primary)).isEqualTo(primary);
    }

    @Test
    @DisplayName("L4 L7: a tombstone is not linked")
    void tombstone() {
        world.administration().block(secondary.id()).orElseThrow();
        world.administration().delete(secondary.id()).orElseThrow();

        assertThat(link().refusal()).isPresent();
        assertThat(world.store.find(secondary.id()).orElseThrow().isTombstone()).isTrue();
        assertThat(world.now(primary)).isEqualTo(primary);
    }
}
