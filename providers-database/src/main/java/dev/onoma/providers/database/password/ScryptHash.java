package dev.onoma.providers.database.password;

import java.util.Map;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * scrypt, for verification only: {@code $scrypt$ln=14,r=8,p=1$salt$hash}.
 *
 * @param logCost the exponent of two that N is
 * @param blockSize r
 * @param parallelization p
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7914#section-6">RFC 7914, section 6</a>
 */
record ScryptHash(int logCost, int blockSize, int parallelization, SecretBytes salt, SecretBytes hash)
        implements HashScheme {
    /** No machine computes more, and N stays an int. */
    static final int MAX_LOG_COST = 30;

    /** Whether RFC 7914, section 2, has a scrypt with these parameters: N below {@code 2^(128 r / 8)}, p not too large. */
    static boolean exists(int logCost, int blockSize, int parallelization) {
        return logCost >= 1
                && logCost <= MAX_LOG_COST
                && blockSize >= 1
                && logCost < 16L * blockSize
                && parallelization >= 1
                && (long) parallelization * blockSize <= Integer.MAX_VALUE / 128;
    }

    @Override
    public boolean matches(byte[] password, Argon2Memory memory) {
        return hash.matches(
                SCrypt.generate(password, salt.copy(), 1 << logCost, blockSize, parallelization, hash.length()));
    }

    @Override
    public String name() {
        return "scrypt";
    }

    @Override
    public Map<HashLimit, Long> costs() {
        long blocks = (long) blockSize << logCost;
        return Map.of(
                HashLimit.SCRYPT_MEMORY,
                blocks / 8,
                HashLimit.SCRYPT_WORK,
                blocks > Integer.MAX_VALUE ? Long.MAX_VALUE : blocks * parallelization,
                HashLimit.SALT_BYTES,
                (long) salt.length(),
                HashLimit.HASH_BYTES,
                (long) hash.length());
    }

    @Override
    public String text() {
        return "$scrypt$ln=" + logCost + ",r=" + blockSize + ",p=" + parallelization + "$" + salt.base64() + "$"
                + hash.base64();
    }
}
