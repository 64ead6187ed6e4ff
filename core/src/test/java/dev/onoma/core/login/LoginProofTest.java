package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.world.StoreBefore;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoginProofTest {
    private static final Refusal NOT_RECENT = new Refusal(
            RefusalCode.LOGIN_NOT_RECENT,
            "linking needs a login of both users within 10 minutes, neither used for linking before");

    private final World world = World.of(Tables.connection(Tables.SOCIAL), Tables.connection(Tables.COMPANY));

    private LoginProof social() {
        return world.login("social", "{'sub':'1'}").proof().orElseThrow();
    }

    private LoginProof company() {
        return world.login("company", "{'sub':'c'}").proof().orElseThrow();
    }

    @Test
    @DisplayName("L4: says who logged in and when, and prints no subject")
    void parts() {
        LoginProof proof = social();

        assertThat(proof.identity()).isEqualTo(new IdentityKey("social", "1"));
        assertThat(proof.at()).isEqualTo(world.clock.instant());
        assertThat(proof).hasToString("LoginProof[social, 2026-03-01T12:00:00Z]");
    }

    @Test
    @DisplayName("L4: counts for exactly ten minutes")
    void tenMinutes() {
        LoginProof first = social();
        world.clock.move(Duration.ofMinutes(10));

        assertThat(world.linking().link(first, company()).refusal()).isEmpty();
    }

    @Test
    @DisplayName("L4: no longer counts one millisecond later, whether of the primary or of the secondary")
    void oneMillisecondMore() {
        LoginProof first = social();
        world.clock.move(Duration.ofMinutes(10).plusMillis(1));
        LoginProof second = company();

        assertThat(world.linking().link(first, second).refusal()).hasValue(NOT_RECENT);
        assertThat(world.linking().link(second, first).refusal()).hasValue(NOT_RECENT);
        assertThat(world.find("company|c")).isPresent();
    }

    @Test
    @DisplayName("L4: serves once: after a link, neither of the two serves for another")
    void once() {
        LoginProof first = social();
        LoginProof second = company();
        world.linking().link(first, second).orElseThrow();
        world.administration()
                .unlink(world.find("social|1").orElseThrow().id(), new IdentityKey("company", "c"))
                .orElseThrow();

        assertThat(world.linking().link(first, company()).refusal()).hasValue(NOT_RECENT);
        assertThat(world.linking().link(social(), second).refusal()).hasValue(NOT_RECENT);
        assertThat(world.linking().link(social(), company()).refusal()).isEmpty();
    }

    @Test
    @DisplayName("L4: is not used up by a link that is refused")
    void refusedDoesNotUse() {
        LoginProof first = social();
        LoginProof second = company();
        LoginProof used = company();
        world.linking()
                .link(world.login("social", "{'sub':'9'}").proof().orElseThrow(), used)
                .orElseThrow();
        world.administration()
                .unlink(world.find("social|9").orElseThrow().id(), new IdentityKey("company", "c"))
                .orElseThrow();
        assertThat(world.linking().link(first, used).refusal()).hasValue(NOT_RECENT);
        assertThat(world.linking().link(first, first).refusal()).isPresent();

        assertThat(world.linking().link(first, second).refusal()).isEmpty();
    }

    @Test
    @DisplayName("L4 T2: is not used up by a write that did not fit, nor by a store that is down")
    void failedWriteDoesNotUse() {
        List<UserChange> writes = new ArrayList<>();
        StoreBefore store = new StoreBefore(world.store, change -> {
            if (change instanceof UserChange.Merge && writes.size() < 3) {
                writes.add(change);
                throw writes.size() < 3 ? new StaleUserException() : new IllegalStateException("down");
            }
        });
        LoginProcessor logins = LoginProcessor.builder(store)
                .connections(world.connections)
                .clock(world.clock)
                .build();
        LoginProof first = proof(logins, "social", "{'sub':'1'}");
        LoginProof second = proof(logins, "company", "{'sub':'c'}");
        AccountLinking linking = AccountLinking.over(store, world.clock);

        assertThatThrownBy(() -> linking.link(first, second)).hasMessage("down");
        ChangeResult result = linking.link(first, second);

        assertThat(writes).hasSize(3);
        assertThat(result.refusal()).isEmpty();
    }

    private static LoginProof proof(LoginProcessor logins, String connection, String claims) {
        LoginResult result = logins.login(World.loginOf(connection, claims));
        return ((LoginResult.Accepted) result).proof().orElseThrow();
    }

    @Test
    @DisplayName("L4: of a login against another store is a caller's mistake")
    void otherStore() {
        World other = World.of(Tables.connection(Tables.SOCIAL), Tables.connection(Tables.COMPANY));
        LoginProof foreign = other.login("company", "{'sub':'c'}").proof().orElseThrow();

        for (Runnable link : List.<Runnable>of(
                () -> world.linking().link(social(), foreign),
                () -> world.linking().link(foreign, social()))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(link::run)
                    .withMessage("a proof must be of a login against the store that is linked in");
        }
    }

    @Test
    @DisplayName("L4: is bound to its identity: what has moved to another user since is linked where it is now")
    void boundToIdentity() {
        LoginProof early = company();
        world.linking()
                .link(world.login("social", "{'sub':'2'}").proof().orElseThrow(), company())
                .orElseThrow();

        ChangeResult.Done done = world.linking().link(social(), early).orElseThrow();

        assertThat(done.other().orElseThrow().id().value()).isEqualTo("social|2");
        assertThat(done.after().orElseThrow().identities()).hasSize(3);
    }
}
