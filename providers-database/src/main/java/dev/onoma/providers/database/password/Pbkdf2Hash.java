package dev.onoma.providers.database.password;

import java.util.Map;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * PBKDF2, for verification only: {@code $pbkdf2-sha512$i=100000,l=64$salt$hash}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8018#section-5.2">RFC 8018, section 5.2</a>
 */
record Pbkdf2Hash(DigestName digest, int iterations, SecretBytes salt, SecretBytes hash) implements HashScheme {
    static final String PREFIX = "pbkdf2-";

    @Override
    public boolean matches(byte[] password, Argon2Memory memory) {
        PKCS5S2ParametersGenerator function = new PKCS5S2ParametersGenerator(digest.create());
        function.init(password, salt.copy(), iterations);
        KeyParameter output = (KeyParameter) function.generateDerivedMacParameters(hash.length() * 8);
        return hash.matches(output.getKey());
    }

    @Override
    public String name() {
        return PREFIX + digest.label();
    }

    @Override
    public Map<HashLimit, Long> costs() {
        long blocks = (hash.length() + digest.length() - 1L) / digest.length();
        return Map.of(
                HashLimit.PBKDF2_ROUNDS, blocks * iterations,
                HashLimit.SALT_BYTES, (long) salt.length(),
                HashLimit.HASH_BYTES, (long) hash.length());
    }

    @Override
    public String text() {
        return "$" + name() + "$i=" + iterations + ",l=" + hash.length() + "$" + salt.base64() + "$" + hash.base64();
    }
}
