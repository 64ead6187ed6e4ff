package dev.onoma.providers.database.password;

import java.util.Map;
import org.bouncycastle.crypto.Digest;

/** A plain digest of a password, and of the salt that {@link PasswordHash} puts around it, for verification only. */
record DigestHash(DigestName digest, SecretBytes hash) implements HashScheme {
    @Override
    public boolean matches(byte[] password, Argon2Memory memory) {
        Digest function = digest.create();
        function.update(password, 0, password.length);
        byte[] output = new byte[digest.length()];
        function.doFinal(output, 0);
        return hash.matches(output);
    }

    @Override
    public String name() {
        return digest.label();
    }

    @Override
    public Map<HashLimit, Long> costs() {
        return Map.of(HashLimit.HASH_BYTES, (long) hash.length());
    }

    @Override
    public String text() {
        return "$" + name() + "$" + hash.base64();
    }
}
