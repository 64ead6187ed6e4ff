package dev.onoma.core.link;

import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the handles under which browsers see candidates. Keyed, because user ids can be guessed and a plain hash would
 * confirm a guess; different for each new identity, so that two logins cannot compare whom they were proposed.
 */
public final class CandidateMask {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HANDLE_BYTES = 12;
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    private CandidateMask(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** A mask with a key of its own: its handles mean nothing to another process. */
    public static CandidateMask random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new CandidateMask(key);
    }

    /**
     * A mask with a key that several processes share.
     *
     * @throws IllegalArgumentException when the key is shorter than 16 bytes
     */
    public static CandidateMask withKey(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a candidate mask's key must have at least 16 bytes");
        }
        return new CandidateMask(key.clone());
    }

    Candidate mask(IdentityKey identity, UserId user) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : new String[] {identity.connection(), identity.subject(), user.value()}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // Lengths first, so that no two triples give one message.
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return new Candidate(HexFormat.of().formatHex(mac.doFinal(), 0, HANDLE_BYTES), user);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    @Override
    public String toString() {
        return "CandidateMask";
    }
}
