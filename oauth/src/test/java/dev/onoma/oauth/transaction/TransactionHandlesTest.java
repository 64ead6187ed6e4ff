package dev.onoma.oauth.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Handles of logins")
class TransactionHandlesTest {
    private final TransactionHandles handles = new TransactionHandles(TransactionKey.of(new byte[32]));

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 14, 23, 28, 29, 30})
    @DisplayName("open nothing when a browser sends one cut short, even within its nonce or tag")
    void cutShort(int length) {
        byte[] cut = new byte[length];
        cut[0] = 1;

        assertThat(handles.open(Base64.getUrlEncoder().withoutPadding().encodeToString(cut)))
                .isEmpty();
    }
}
