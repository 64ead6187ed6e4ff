package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.store.ContendedUserException;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.User;
import dev.onoma.core.world.StoreBefore;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a login asks of a store")
class StoreUseTest {
    private static final Login ADA =
            World.loginOf("social", "{'sub':'1','name':'Ada','email':'ada@example.org','email_verified':true}");
    private static final Login AUGUSTA = World.loginOf("social", "{'sub':'1','name':'Augusta'}");

    private final World world = World.of(Tables.connection(Tables.SOCIAL)
            .linkPolicy(LinkPolicy.PROPOSE)
            .syncPolicy(SyncPolicy.ON_EACH_LOGIN.override(RootAttribute.NAME, SyncRule.UNTIL_EDITED)));
    private final List<Consumer<UserChange>> once = new ArrayList<>();
    private final List<UserChange> changes = new ArrayList<>();
    private final StoreBefore store = new StoreBefore(world.store, change -> {
        changes.add(change);
        if (!once.isEmpty()) {
            once.remove(0).accept(change);
        }
    });
    private final LoginProcessor logins = LoginProcessor.builder(store)
            .connections(world.connections)
            .clock(world.clock)
            .build();

    @Test
    @DisplayName("T5: a returning login is one read and one write, unchanged or not")
    void returning() {
        logins.login(ADA);
        store.reads.set(0);
        store.writes.set(0);

        logins.login(ADA);
        logins.login(AUGUSTA);

        assertThat(store.reads).hasValue(2);
        assertThat(store.writes).hasValue(2);
        assertThat(changes)
                .extracting(Object::getClass)
                .containsExactly(UserChange.Insert.class, UserChange.Touch.class, UserChange.Update.class);
    }

    @Test
    @DisplayName("T5: an unknown identity asks a second time, for candidates, and only where the policy wants them")
    void unknown() {
        logins.login(ADA);
        assertThat(store.reads).hasValue(2);

        store.reads.set(0);
        LoginProcessor never = LoginProcessor.builder(store)
                .connection(Tables.connection(Tables.SOCIAL).build())
                .build();
        never.login(World.loginOf("social", "{'sub':'2','email':'ada@example.org'}"));
        logins.login(World.loginOf("social", "{'sub':'3'}"));
        assertThat(store.reads).hasValue(2);
    }

    @Test
    @DisplayName("T2: an edit that slips in between read and write is seen: the login decides again and keeps it")
    void editSlipsIn() {
        User user = logins.login(ADA).orElseThrow();
        once.add(change -> world.administration()
                .edit(
                        user.id(),
                        AdministratorEdit.builder()
                                .set(RootAttribute.NAME, "Edited")
                                .build())
                .orElseThrow());

        LoginResult.Accepted login = (LoginResult.Accepted) logins.login(AUGUSTA);

        assertThat(login.after().name()).hasValue("Edited");
        assertThat(login.after()).isEqualTo(world.now(user));
        assertThat(world.now(user).counters().logins()).isEqualTo(2);
    }

    @Test
    @DisplayName("T2: a touch never conflicts, whatever was edited meanwhile")
    void touchDoesNotConflict() {
        User user = logins.login(ADA).orElseThrow();
        once.add(change -> world.administration()
                .edit(
                        user.id(),
                        AdministratorEdit.builder()
                                .set(RootAttribute.NAME, "Edited")
                                .build())
                .orElseThrow());
        store.writes.set(0);

        logins.login(ADA).orElseThrow();

        assertThat(store.writes).hasValue(1);
        assertThat(world.now(user).name()).hasValue("Edited");
        assertThat(world.now(user).counters().logins()).isEqualTo(2);
    }

    @Test
    @DisplayName("T2: a user that is blocked between read and write is refused")
    void blockSlipsIn() {
        User user = logins.login(ADA).orElseThrow();
        once.add(change -> world.administration().block(user.id()).orElseThrow());

        assertThat(logins.login(AUGUSTA).refusal()).isPresent();
        assertThat(world.now(user).name()).hasValue("Ada");
    }

    @Test
    @DisplayName("T2: a user that is deleted between read and write is created anew")
    void deleteSlipsIn() {
        User user = logins.login(ADA).orElseThrow();
        once.add(change -> world.administration().delete(user.id()).orElseThrow());

        LoginResult.Accepted login = (LoginResult.Accepted) logins.login(ADA);

        assertThat(login.outcome()).isEqualTo(LoginOutcome.CREATED);
        assertThat(world.now(user).counters().logins()).isEqualTo(1);
    }

    @Test
    @DisplayName("T3: when the store is down the exception is the store's own, and nothing is written")
    void down() {
        once.add(change -> {
            throw new IllegalStateException("down");
        });

        assertThatThrownBy(() -> logins.login(ADA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("down");
        assertThat(world.store.list(Optional.empty(), 1)).isEmpty();
    }

    @Test
    @DisplayName("T2: a user that keeps changing is an exception in the end, not an endless login")
    void contended() {
        LoginProcessor unlucky = LoginProcessor.builder(new StoreBefore(world.store, change -> {
                    throw new StaleUserException();
                }))
                .connections(world.connections)
                .build();

        assertThatThrownBy(() -> unlucky.login(ADA))
                .isInstanceOf(ContendedUserException.class)
                .hasMessage("the user kept changing while a change to it was decided");
    }
}
