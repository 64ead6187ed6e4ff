package dev.onoma.providers.database.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.providers.database.account.FailedLogins.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What a failed login does")
class FailedLoginWorkTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("is the same calls in the same order, whyever it fails")
    void calls(Kind kind) {
        RecordingStore store = new RecordingStore();
        FailedLogins logins = new FailedLogins(store, AccountsWorld.cheap().build());
        store.calls.clear();

        logins.fail(kind);

        assertThat(store.calls).containsExactly("credential", "write", "write", "user", "user", "write");
    }
}
