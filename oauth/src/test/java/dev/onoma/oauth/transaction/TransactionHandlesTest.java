package dev.onoma.oauth.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

    @Test
    @DisplayName("open nothing that the same key has sealed for another purpose")
    void otherPurpose() throws GeneralSecurityException {
        byte[] nonce = new byte[12];
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[32], "AES"), new GCMParameterSpec(128, nonce));
        byte[] sealed = cipher.doFinal("{}".getBytes(StandardCharsets.UTF_8));
        byte[] handle = ByteBuffer.allocate(1 + nonce.length + sealed.length)
                .put((byte) 1)
                .put(nonce)
                .put(sealed)
                .array();

        assertThat(handles.open(Base64.getUrlEncoder().withoutPadding().encodeToString(handle)))
                .isEmpty();
    }
}
