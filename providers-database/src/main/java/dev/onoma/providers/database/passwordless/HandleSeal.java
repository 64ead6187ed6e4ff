package dev.onoma.providers.database.passwordless;

import dev.onoma.providers.database.guard.AccountKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what browsers hold, so that they can neither read nor change it: AES-256 in Galois/Counter Mode (NIST SP
 * 800-38D) under a key that follows from the application's, with a nonce that is drawn.
 */
final class HandleSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** An address of 254 characters fits, whatever they are; more would not fit into a cookie. */
    private static final int LONGEST = 4_000;

    private final SecretKeySpec key;
    private final byte[] connection;
    private final SecureRandom random = new SecureRandom();

    HandleSeal(AccountKey key, String connection) {
        this.key = new SecretKeySpec(HexFormat.of().parseHex(key.mac("browser handle key")), "AES");
        this.connection = connection.getBytes(StandardCharsets.UTF_8);
    }

    String seal(BrowserHandle handle) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(bytes(handle));
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + CIPHER, impossible);
        }
    }

    /** What was sealed for this connection; empty for everything else. */
    Optional<BrowserHandle> open(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length <= NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            return Optional.of(
                    handle(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES)));
        } catch (IllegalArgumentException | AEADBadTagException foreign) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + CIPHER, impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(connection);
        return cipher;
    }

    private static byte[] bytes(BrowserHandle handle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(handle.expiresAt().toEpochMilli());
            out.writeUTF(handle.secret());
            out.writeUTF(handle.address());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static BrowserHandle handle(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Instant expiresAt = Instant.ofEpochMilli(in.readLong());
            String secret = in.readUTF();
            return new BrowserHandle(in.readUTF(), secret, expiresAt);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
