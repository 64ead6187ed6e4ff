package dev.onoma.oauth.transaction;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The application's key, by which logins are sealed into handles: AES-256 in GCM, with a random nonce for each. All
 * nodes that answer one application's callbacks have the same. Immutable and thread-safe. Its text form does not tell
 * it.
 *
 * <p>With random nonces a key serves for 2^32 handles (NIST SP 800-38D, section 8.3); a new one takes over without
 * failing anybody by {@link #alsoOpening(byte[])}.
 */
public final class TransactionKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORM = 1;
    private static final byte[] BOUND_TO = "onoma login transaction 1".getBytes(StandardCharsets.US_ASCII);

    private final List<SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    private TransactionKey(List<SecretKeySpec> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * A key of 32 random bytes, from wherever the application keeps its secrets.
     *
     * @throws IllegalArgumentException when it has another length
     */
    public static TransactionKey of(byte[] key) {
        return new TransactionKey(List.of(secret(key)));
    }

    /** A key of this process's own: its logins do not survive a restart, and no other node finishes them. */
    public static TransactionKey random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return of(key);
    }

    /** This key, with a former one that opens handles still, until the last login that it sealed has expired. */
    public TransactionKey alsoOpening(byte[] former) {
        List<SecretKeySpec> all = new ArrayList<>(keys);
        all.add(secret(former));
        return new TransactionKey(all);
    }

    private static SecretKeySpec secret(byte[] key) {
        if (requireNonNull(key, "key").length != KEY_BYTES) {
            throw new IllegalArgumentException("a transaction key must have " + KEY_BYTES + " bytes");
        }
        return new SecretKeySpec(key, "AES");
    }

    /** The handle that holds a text. */
    String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] handle = ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORM)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(handle);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has to have AES in GCM", impossible);
        }
    }

    /** The text in a handle; empty when this application did not seal it, or somebody has changed it. */
    Optional<String> open(String handle) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(handle);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        // Shorter than a tag, JDK 17 answers with an unchecked exception.
        if (bytes.length < 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE || bytes[0] != FORM) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(bytes, 1 + NONCE_BYTES, bytes.length);
        for (SecretKeySpec key : keys) {
            try {
                byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed);
                return Optional.of(new String(text, StandardCharsets.UTF_8));
            } catch (GeneralSecurityException notByThisKey) {
                // By the next one, perhaps.
            }
        }
        return Optional.empty();
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(BOUND_TO);
        return cipher;
    }

    @Override
    public String toString() {
        return "TransactionKey[" + keys.size() + "]";
    }
}
