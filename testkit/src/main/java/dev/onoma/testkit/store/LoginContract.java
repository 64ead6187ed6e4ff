package dev.onoma.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.administration.Administration;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.login.AccountLinking;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginProof;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.testkit.Developer;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.races.Together;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about logins, as an application sees them. */
public abstract class LoginContract extends UserStorePart {
    private static final UserId ADA = UserId.of("developer|ada");

    private final Connection connection = Developer.connection("developer").build();
    private final Connections connections = Connections.of(connection);
    private final TestClock clock = TestClock.fixed();

    /** The part, over stores. */
    protected LoginContract(Stores stores) {
        super(stores);
    }

    /** Each login by a processor of its own, as on many machines. */
    private LoginResult.Accepted login(UserStore store, Map<String, String> form) {
        LoginResult result = LoginProcessor.builder(store)
                .connections(connections)
                .clock(clock)
                .build()
                .login(Developer.login("developer", form));
        assertThat(result).isInstanceOf(LoginResult.Accepted.class);
        return (LoginResult.Accepted) result;
    }

    private LoginResult.Accepted login(Map<String, String> form) {
        return login(store(), form);
    }

    private User stored(UserId id) {
        return store().find(id).orElseThrow().user();
    }

    @Test
    @DisplayName("T1: 64 first logins that have all read that nobody is there make one user, and all are accepted")
    void firstLogins() {
        Queue<LoginResult.Accepted> results = new ConcurrentLinkedQueue<>();
        UserStore readTogether = new WatchedStore(store(), Together.gate(64));

        Together.run(64, i -> results.add(login(readTogether, Map.of("id", "ada", "name", "Ada"))));

        assertThat(results).hasSize(64);
        assertThat(results.stream().map(result -> result.after().id()).distinct())
                .containsExactly(ADA);
        assertThat(results.stream().filter(result -> result.outcome() == LoginOutcome.CREATED))
                .as("logins that created the user")
                .hasSize(1);
        assertThat(stored(ADA).counters().logins()).as("logins_count").isEqualTo(64);
    }

    @Test
    @DisplayName("T2: logins beside edits lose nothing: every login is counted, and every edit is there")
    void loginsBesideEdits() {
        login(Map.of("id", "ada"));
        UserStore slow = new WatchedStore(store(), Together::pause);
        Administration administration = Administration.over(slow, connections, clock);

        Together.run(12, thread -> {
            for (int i = 0; i < 15; i++) {
                if (thread % 3 == 0) {
                    String field = "field-" + thread + "-" + i;
                    AdministratorEdit edit = AdministratorEdit.builder()
                            .appMetadata(JsonObject.builder().put(field, i).build())
                            .build();
                    administration.edit(ADA, edit).orElseThrow();
                } else {
                    login(slow, Map.of("id", "ada", "name", "Ada " + thread + "-" + i));
                }
            }
        });

        assertThat(stored(ADA).counters().logins()).as("logins_count").isEqualTo(1 + 8 * 15);
        assertThat(stored(ADA).appMetadata().size()).as("fields").isEqualTo(4 * 15);
    }

    @Test
    @DisplayName("S10: the second login with the same claims is a touch: only the counters move")
    void returningLogin() {
        Map<String, String> form = Map.of("id", "ada", "name", "Ada", "email", "ada@example.org");
        User first = login(form).after();
        clock.advance(Duration.ofMinutes(1));

        LoginResult.Accepted second = login(form);

        assertThat(second.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(stored(ADA).sameProfile(first))
                .as("whether the profile is the same")
                .isTrue();
        assertThat(stored(ADA).updatedAt()).isEqualTo(first.updatedAt());
        assertThat(stored(ADA).counters().logins()).isEqualTo(2);
        assertThat(stored(ADA).counters().lastLogin()).contains(clock.instant());
    }

    @Test
    @DisplayName("L4: two users that are linked log in as one, and as two again after they are unlinked")
    void linkAndUnlink() {
        LoginProof ada = login(Map.of("id", "ada")).proof().orElseThrow();
        LoginProof work = login(Map.of("id", "ada.work")).proof().orElseThrow();

        AccountLinking.over(store(), clock).link(ada, work).orElseThrow();
        assertThat(login(Map.of("id", "ada.work")).after().id()).isEqualTo(ADA);

        Administration.over(store(), connections, clock)
                .unlink(ADA, work.identity())
                .orElseThrow();
        assertThat(login(Map.of("id", "ada.work")).after().id()).isEqualTo(UserId.of("developer|ada.work"));
        assertThat(login(Map.of("id", "ada")).after().id()).isEqualTo(ADA);
    }
}
