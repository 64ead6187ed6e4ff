package dev.onoma.providers.database.guard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The application's secret by which codes, and whose attempts are counted, are kept: whoever reads the store without it
 * finds neither. The same on all nodes. A change makes codes on their way void and counts begin again. Thread-safe.
 */
public final class AccountKey {
    private static final int LEAST_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private AccountKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * A key.
     *
     * @throws IllegalArgumentException when it has fewer than 32 bytes
     */
    public static AccountKey of(byte[] bytes) {
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException("an account key must have at least " + LEAST_BYTES + " bytes");
        }
        return new AccountKey(bytes);
    }

    /** A key that nobody else has: for one process that is alone, and until it ends. */
    public static AccountKey random() {
        byte[] bytes = new byte[LEAST_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new AccountKey(bytes);
    }

    /**
     * The keyed hash of texts, HMAC-SHA-256, as 64 hexadecimal digits.
     *
     * @param purpose what for: no hash for one purpose is one for another
     * @param texts of these, in this order, and of no others that look the same when put together
     */
    public String mac(String purpose, String... texts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            update(mac, purpose);
            for (String text : texts) {
                update(mac, text);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** Each text is led by its length, so that no two lists of texts are one. */
    private static void update(Mac mac, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) ':');
        mac.update(bytes);
    }

    @Override
    public String toString() {
        return "AccountKey";
    }
}
