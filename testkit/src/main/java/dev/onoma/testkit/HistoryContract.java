package dev.onoma.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onoma.core.administration.Administration;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.History;
import dev.onoma.core.history.Origin;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.login.AccountLinking;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginProof;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every store keeps that has a history. Extend it with two methods, the second of which is mostly a cast:
 *
 * <pre>{@code
 * class MyHistoryTest extends HistoryContract {
 *     @Override
 *     protected UserStore newStore() {
 *         return new MyUserStore(freshDatabase());
 *     }
 *
 *     @Override
 *     protected History history(UserStore store) {
 *         return (MyUserStore) store;
 *     }
 * }
 * }</pre>
 *
 * <p>The events are of about {@link TestClock#START}; a store that shows the recent ones only is told that time.
 */
public abstract class HistoryContract {
    private static final UserId ADA = UserId.of("developer|ada");
    private static final int ALL = 1_000;

    private final TestClock clock = TestClock.fixed();
    private final Connections connections =
            Connections.of(Developer.connection("developer").build());

    private @Nullable UserStore store;

    /** For those who extend it. */
    protected HistoryContract() {}

    /** A store without users and events, another one at each call. */
    protected abstract UserStore newStore();

    /** The history of that store. */
    protected abstract History history(UserStore store);

    /** Opened at first use, when whoever extends the contract is ready. */
    private UserStore store() {
        if (store == null) {
            store = newStore();
        }
        return store;
    }

    private LoginProcessor processor() {
        return LoginProcessor.builder(store())
                .connections(connections)
                .history(history(store()))
                .clock(clock)
                .build();
    }

    private LoginResult login(String id) {
        return processor().login(Developer.login("developer", Map.of("id", id)));
    }

    private LoginProof proof(String id) {
        return login(id).accepted().flatMap(LoginResult.Accepted::proof).orElseThrow();
    }

    private Administration administration() {
        return Administration.over(store(), connections, clock);
    }

    private List<UserEvent> events(UserId user) {
        return history(store()).events(user, ALL);
    }

    private List<EventType> types(UserId user) {
        return events(user).stream().map(UserEvent::type).toList();
    }

    private static AdministratorEdit plan(String plan) {
        return AdministratorEdit.builder()
                .appMetadata(JsonObject.builder().put("plan", plan).build())
                .build();
    }

    @Test
    @DisplayName("nobody has a history before anything happened")
    void empty() {
        assertThat(events(ADA)).isEmpty();
    }

    @Test
    @DisplayName("a first login is a signup and a login, the newest first")
    void firstLogin() {
        login("ada");

        assertThat(types(ADA)).containsExactly(EventType.LOGIN, EventType.SIGNUP);
    }

    @Test
    @DisplayName("a login says when, through which connection, for which application, and from where")
    void origin() {
        Login login = Developer.login("developer", Map.of("id", "ada"))
                .ip("192.0.2.1")
                .userAgent("Browser \u00e9\ud83d\ude00/1.0")
                .clientId("shop");
        processor().login(login);

        clock.advance(Duration.ofSeconds(1));
        processor().login(login);

        Origin origin = new Origin(
                Optional.of("developer"),
                Optional.of("shop"),
                Optional.of("192.0.2.1"),
                Optional.of("Browser \u00e9\ud83d\ude00/1.0"));
        assertThat(events(ADA).get(0))
                .as("the event of a returning login")
                .isEqualTo(new UserEvent(ADA, clock.instant(), EventType.LOGIN, origin, Optional.empty()));
        assertThat(events(ADA)).hasSize(3).allMatch(event -> event.origin().equals(origin));
    }

    @Test
    @DisplayName("S9: a blocked user's attempt is a failed login, with the refusal's code")
    void blockedAttempt() {
        login("ada");
        administration().block(ADA).orElseThrow();

        clock.advance(Duration.ofSeconds(1));
        login("ada");

        assertThat(events(ADA).get(0).type()).isEqualTo(EventType.FAILED_LOGIN);
        assertThat(events(ADA).get(0).detail()).contains("user_blocked");
    }

    @Test
    @DisplayName("edits, blocks and unblocks say by whom; an edit that changes nothing says nothing")
    void administered() {
        login("ada");

        administration().edit(ADA, plan("gold")).orElseThrow();
        administration().edit(ADA, plan("gold")).orElseThrow();
        administration().block(ADA).orElseThrow();
        administration().unblock(ADA).orElseThrow();

        assertThat(types(ADA))
                .containsExactlyInAnyOrder(
                        EventType.SIGNUP, EventType.LOGIN, EventType.EDIT, EventType.BLOCK, EventType.UNBLOCK);
        assertThat(events(ADA).stream().flatMap(event -> event.detail().stream()))
                .containsExactly("admin", "admin", "admin");
    }

    @Test
    @DisplayName("a link says whose identity joined, an unlink whose it became; the one that is gone has no history")
    void linkAndUnlink() {
        UserId work = UserId.of("developer|ada.work");
        LoginProof ada = proof("ada");
        LoginProof other = proof("ada.work");

        clock.advance(Duration.ofMinutes(1));
        AccountLinking.over(store(), clock).link(ada, other).orElseThrow();

        assertThat(events(ADA).get(0).type()).isEqualTo(EventType.LINK);
        assertThat(events(ADA).get(0).detail()).contains(work.value());
        assertThat(events(work)).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        administration().unlink(ADA, other.identity()).orElseThrow();

        assertThat(events(ADA).get(0).type()).isEqualTo(EventType.UNLINK);
        assertThat(events(ADA).get(0).detail()).contains(work.value());
    }

    @Test
    @DisplayName("L7: deleting a user removes its history; only that it was deleted stays")
    void deleted() {
        login("ada");

        administration().delete(ADA).orElseThrow();

        assertThat(types(ADA)).containsExactly(EventType.DELETE);
    }

    @Test
    @DisplayName("L7: of a user deleted while blocked stay the deletion, and the attempts since")
    void tombstone() {
        login("ada");
        administration().block(ADA).orElseThrow();
        administration().delete(ADA).orElseThrow();

        clock.advance(Duration.ofMinutes(1));
        login("ada");

        assertThat(types(ADA)).containsExactly(EventType.FAILED_LOGIN, EventType.DELETE);
    }

    @Test
    @DisplayName("a preview is no event")
    void preview() {
        processor().preview(Developer.login("developer", Map.of("id", "ada")));
        login("ada");
        administration().block(ADA).orElseThrow();
        int before = events(ADA).size();

        processor().preview(Developer.login("developer", Map.of("id", "ada")));

        assertThat(events(ADA)).hasSize(before);
    }

    @Test
    @DisplayName("T3: a change that does not fit leaves no event")
    void failedChange() {
        login("ada");
        StoredUser stale = store().find(ADA).orElseThrow();
        administration().edit(ADA, plan("gold")).orElseThrow();
        List<UserEvent> before = events(ADA);

        UserChange change = new UserChange.Delete(stale, List.of(UserEvent.of(ADA, clock.instant(), EventType.DELETE)));

        assertThatExceptionOfType(StaleUserException.class).isThrownBy(() -> store().write(change));
        assertThat(events(ADA)).isEqualTo(before);
    }

    @Test
    @DisplayName("at most as many events as asked for are told, the newest")
    void limit() {
        login("ada");
        clock.advance(Duration.ofSeconds(1));
        administration().block(ADA).orElseThrow();

        assertThat(history(store()).events(ADA, 1).stream().map(UserEvent::type))
                .containsExactly(EventType.BLOCK);
    }

    @Test
    @DisplayName("a purge forgets what happened before a time, of all users, and says how many events that were")
    void purge() {
        login("ada");
        login("bob");
        Instant later = clock.advance(Duration.ofHours(1));
        login("ada");

        assertThat(history(store()).purge(later)).isEqualTo(4);

        assertThat(types(ADA)).containsExactly(EventType.LOGIN);
        assertThat(events(UserId.of("developer|bob"))).isEmpty();
        assertThat(history(store()).purge(later)).isZero();
    }
}
