package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.Together;
import dev.onoma.core.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

@DisplayName("Many at once")
@Timeout(60)
class ConcurrentLoginTest {
    private final World world = World.of(
            Tables.connection(Tables.SOCIAL)
                    .syncPolicy(SyncPolicy.ON_EACH_LOGIN.override(RootAttribute.NAME, SyncRule.UNTIL_EDITED)),
            Tables.connection(Tables.COMPANY));

    @RepeatedTest(5)
    @DisplayName("T1 I1 I5: 64 first logins of one identity make one user, and 64 successes with its id")
    void firstLogins() {
        Login login = World.loginOf("social", "{'sub':'1','name':'Ada'}");

        List<LoginResult> results = Together.run(64, i -> () -> world.logins.login(login));

        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(LoginResult.Accepted.class));
        assertThat(results)
                .extracting(result -> result.orElseThrow().id().value())
                .containsOnly("social|1");
        assertThat(results)
                .filteredOn(result -> ((LoginResult.Accepted) result).outcome() == LoginOutcome.CREATED)
                .hasSize(1);
        List<User> users = world.store.list(Optional.empty(), 10);
        assertThat(users).singleElement().satisfies(user -> {
            assertThat(user.identities()).hasSize(1);
            assertThat(user.counters().logins()).isEqualTo(64);
        });
    }

    @RepeatedTest(3)
    @DisplayName("T2 I4 I5: 100 logins beside 100 edits lose nothing: every field, and the exact count")
    void loginsAndEdits() {
        User user = world.login("social", "{'sub':'1','name':'Ada'}").after();

        List<Object> results = Together.run(200, i -> i % 2 == 0 ? login(i) : edit(user, i));

        assertThat(results)
                .hasSize(200)
                .allSatisfy(result -> assertThat(isDone(result)).isTrue());
        User after = world.now(user);
        assertThat(after.counters().logins()).isEqualTo(101);
        assertThat(after.appMetadata().size()).isEqualTo(100);
        assertThat(after.text(RootAttribute.NAME)).hasValue("Edited");
        assertThat(after.text(RootAttribute.GIVEN_NAME).orElseThrow()).startsWith("Given");
    }

    private Callable<Object> login(int i) {
        return () -> world.logins.login(
                World.loginOf("social", "{'sub':'1','name':'Ada','given_name':'Given " + i % 7 + "'}"));
    }

    private Callable<Object> edit(User user, int i) {
        return () -> world.administration()
                .edit(
                        user.id(),
                        AdministratorEdit.builder()
                                .set(RootAttribute.NAME, "Edited")
                                .appMetadata(
                                        JsonObject.builder().put("k" + i, i).build())
                                .build());
    }

    private static boolean isDone(Object result) {
        return result instanceof LoginResult.Accepted || result instanceof ChangeResult.Done;
    }

    @RepeatedTest(5)
    @DisplayName("L4: of 8 parallel uses of one proof exactly one links")
    void oneProof() {
        LoginProof proof = world.login("company", "{'sub':'c'}").proof().orElseThrow();
        List<LoginProof> others = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            others.add(world.login("social", "{'sub':'" + i + "'}").proof().orElseThrow());
        }

        List<ChangeResult> results = Together.run(8, i -> () -> world.linking().link(others.get(i), proof));

        assertThat(results).filteredOn(result -> result.refusal().isEmpty()).hasSize(1);
        assertThat(results)
                .filteredOn(result -> result.refusal().isPresent())
                .extracting(result -> result.refusal().orElseThrow().code())
                .containsOnly(RefusalCode.LOGIN_NOT_RECENT);
        assertThat(world.store.list(Optional.empty(), 20)).hasSize(8);
    }

    @RepeatedTest(5)
    @DisplayName("L4 I1: two users that are linked both ways at once become one user, with both identities")
    void bothWays() {
        LoginProof[] social = {proof("social", "1"), proof("social", "1")};
        LoginProof[] company = {proof("company", "c"), proof("company", "c")};

        List<ChangeResult> results = Together.run(
                2,
                i -> () -> i == 0
                        ? world.linking().link(social[0], company[0])
                        : world.linking().link(company[1], social[1]));

        assertThat(results).filteredOn(result -> result.refusal().isEmpty()).hasSize(1);
        assertThat(results)
                .filteredOn(result -> result.refusal().isPresent())
                .extracting(result -> result.refusal().orElseThrow().code())
                .containsOnly(RefusalCode.SAME_USER);
        assertThat(world.store.list(Optional.empty(), 10))
                .singleElement()
                .satisfies(user -> assertThat(user.identities()).hasSize(2));
    }

    private LoginProof proof(String connection, String subject) {
        return world.login(connection, "{'sub':'" + subject + "'}").proof().orElseThrow();
    }

    @RepeatedTest(5)
    @DisplayName("S9 I5: logins beside a block are each accepted or refused, and all counted")
    void loginsAndBlock() {
        User user = world.login("social", "{'sub':'1'}").after();

        Together.run(
                17,
                i -> () -> i == 16
                        ? world.administration().block(user.id())
                        : world.logins.login(World.loginOf("social", "{'sub':'1','given_name':'G" + i + "'}")));

        User after = world.now(user);
        assertThat(after.isBlocked()).isTrue();
        assertThat(after.counters().logins()).isEqualTo(17);
    }
}
