package dev.onoma.providers.database.password;

import java.util.Map;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * HMAC of a password, for verification only: {@code $hmac-sha1$key$hash}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
 */
record HmacHash(DigestName digest, SecretBytes key, SecretBytes hash) implements HashScheme {
    static final String PREFIX = "hmac-";

    @Override
    public boolean matches(byte[] password, Argon2Memory memory) {
        Mac function = new HMac(digest.create());
        function.init(new KeyParameter(key.copy()));
        function.update(password, 0, password.length);
        byte[] output = new byte[digest.length()];
        function.doFinal(output, 0);
        return hash.matches(output);
    }

    @Override
    public String name() {
        return PREFIX + digest.label();
    }

    @Override
    public Map<HashLimit, Long> costs() {
        return Map.of(HashLimit.KEY_BYTES, (long) key.length(), HashLimit.HASH_BYTES, (long) hash.length());
    }

    @Override
    public String text() {
        return "$" + name() + "$" + key.base64() + "$" + hash.base64();
    }
}
