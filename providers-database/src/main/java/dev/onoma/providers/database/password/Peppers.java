package dev.onoma.providers.database.password;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys of peppers by their ids, and which of them new hashes get. Immutable, thread-safe. */
final class Peppers {
    /** Bytes of the shortest key: HMAC's own output, RFC 2104, section 3. */
    static final int LEAST_KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final Map<String, SecretKeySpec> keys;
    private final String current;

    private Peppers(Map<String, SecretKeySpec> keys, String current) {
        this.keys = Map.copyOf(keys);
        this.current = current;
    }

    static Peppers none() {
        return new Peppers(Map.of(), "");
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    Peppers with(String id, byte[] key, boolean isCurrent) {
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "a pepper's key id must be 1 to 32 letters, digits, hyphens or underscores");
        }
        if (key.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException("a pepper's key must have at least " + LEAST_KEY_BYTES + " bytes");
        }
        Map<String, SecretKeySpec> more = new HashMap<>(keys);
        if (more.put(id, new SecretKeySpec(key, ALGORITHM)) != null) {
            throw new IllegalArgumentException("two peppers must not have the same key id");
        }
        if (isCurrent && !current.isEmpty()) {
            throw new IllegalArgumentException("only one pepper can be the one of new hashes");
        }
        return new Peppers(more, isCurrent ? id : current);
    }

    /** The id of the key that new hashes get; empty for none. */
    String current() {
        return current;
    }

    boolean knows(String id) {
        return id.isEmpty() || keys.containsKey(id);
    }

    /** HMAC-SHA-256 of the password with a key; a copy of the password where the id is empty. */
    byte[] apply(String id, byte[] password) {
        if (id.isEmpty()) {
            return password.clone();
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(id));
            return mac.doFinal(password);
        } catch (GeneralSecurityException impossible) {
            // Every Java platform has HmacSHA256, and any key will do for it.
            throw new IllegalStateException(impossible);
        }
    }
}
