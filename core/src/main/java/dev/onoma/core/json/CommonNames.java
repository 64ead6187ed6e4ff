package dev.onoma.core.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names that providers' documents have most, found by their bytes: no login makes them anew, and a claim's path, whose
 * names are interned too, meets the very same string. A fixed table, because names come from outside: none is learned.
 */
final class CommonNames {
    /** Of OpenID Connect Core 1.0, sections 2 and 5.1, and of profiles; longer ones are made anew. */
    private static final List<String> NAMES = List.of("""
            sub name given_name family_name middle_name nickname profile picture website email email_verified gender
            birthdate zoneinfo locale phone_number address updated_at iss aud exp iat auth_time nonce acr amr azp at_hash
            c_hash jti nbf sid hd id user_id username login first_name last_name short_name name_format avatar_url data
            url height width is_silhouette""".split("\\s+"));

    private static final int LONGEST = 2 * Long.BYTES;

    /** Much larger than there are names, so that most searches end where they begin. */
    private static final int SLOTS = 256;

    private static final @Nullable String[] TABLE = new String[SLOTS];

    /** The first eight bytes of the name in the same slot, and those behind them; 0 where there are none. */
    private static final long[] HEADS = new long[SLOTS];

    private static final long[] TAILS = new long[SLOTS];

    static {
        NAMES.forEach(CommonNames::put);
    }

    private CommonNames() {}

    private static void put(String name) {
        byte[] bytes = (name + " ".repeat(Long.BYTES)).getBytes(StandardCharsets.US_ASCII);
        long head = head(bytes, 0, name.length());
        long tail = tail(bytes, 0, name.length());
        int slot = slot(head, tail);
        while (TABLE[slot] != null) {
            slot = (slot + 1) % SLOTS;
        }
        TABLE[slot] = name.intern();
        HEADS[slot] = head;
        TAILS[slot] = tail;
    }

    /** The name that stands there without an escape; null when it is not a common one. */
    static @Nullable String find(byte[] text, int from, int to) {
        int length = to - from;
        if (length > LONGEST || from + Long.BYTES > text.length) {
            return null;
        }
        // No name holds NUL, so these two tell names of any length apart.
        long head = head(text, from, length);
        long tail = tail(text, from, length);
        int slot = slot(head, tail);
        while (TABLE[slot] != null && (HEADS[slot] != head || TAILS[slot] != tail)) {
            slot = (slot + 1) % SLOTS;
        }
        return TABLE[slot];
    }

    /** The top bits of a product with the golden ratio, where multiplying mixes best. */
    private static int slot(long head, long tail) {
        return (int) (((head + tail * 31) * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - Byte.SIZE));
    }

    private static long head(byte[] text, int from, int length) {
        long eightBytes = JsonText.eightBytes(text, from);
        return length >= Long.BYTES ? eightBytes : eightBytes & ((1L << (length * Byte.SIZE)) - 1);
    }

    private static long tail(byte[] text, int from, int length) {
        return length <= Long.BYTES
                ? 0
                : JsonText.eightBytes(text, from + length - Long.BYTES) >>> ((LONGEST - length) * Byte.SIZE);
    }
}
