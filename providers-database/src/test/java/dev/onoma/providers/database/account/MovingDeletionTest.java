package dev.onoma.providers.database.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.administration.Administration;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.custom.Crm;
import dev.onoma.providers.database.custom.CustomDatabaseCalls;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.password.Password;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A user without a credential who is deleted between the look at it and the write of its credential")
class MovingDeletionTest {
    private static final IdentityKey KEY = new IdentityKey("users", "7");
    private static final UserId ID = UserId.of("database|users|7");
    private static final Password PASSWORD = Password.of("analytical engine");

    private final RecordingStore store = new RecordingStore();
    private final Crm crm = new Crm().knows("ada", "analytical engine", Moving.RECORD);
    private final Connection connection = Database.moving("users").build();
    private final LoginProcessor processor =
            LoginProcessor.builder(store).connection(connection).build();
    private final List<Message> messages = new ArrayList<>();
    private final Accounts accounts = Accounts.builder(connection, processor, store, AccountKey.random())
            .outbox(Outbox.of(messages::add, Runnable::run))
            .hasher(AccountsWorld.cheap().build())
            .customDatabase(CustomDatabaseCalls.to(crm))
            .build();

    /** As by an import of profiles alone. */
    @BeforeEach
    void storeWithoutCredential() {
        User user =
                accounts.logIn(new PasswordLogin("ada", PASSWORD, Origin.NONE)).orElseThrow();
        store.write(new UserChange.Delete(store.find(ID).orElseThrow()));
        store.write(new UserChange.Insert(user));
        assertThat(store.credentials().find(KEY)).isEmpty();
        store.meanwhile(() ->
                Administration.over(store, processor.connections()).delete(ID).orElseThrow());
    }

    private void assertNothingStays() {
        assertThat(store.find(ID).orElseThrow().isTombstone()).isTrue();
        assertThat(store.credentials().find(KEY)).isEmpty();
        assertThat(store.credentials().find("users", LoginName.username("ada"))).isEmpty();
    }

    @Test
    @DisplayName("does not move with a login, and leaves no credential that holds the names")
    void login() {
        assertThat(accounts.logIn(new PasswordLogin("ada", PASSWORD, Origin.NONE))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(RefusalCode.USER_DELETED);

        assertNothingStays();
    }

    @Test
    @DisplayName("gets no ticket to reset a password, and leaves no credential that holds the names")
    void reset() {
        accounts.requestPasswordReset("ada", Origin.NONE);

        assertThat(messages).isEmpty();
        assertNothingStays();
    }
}
