package dev.onoma.providers.database.password;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes of a salt, a hash or a key: immutable, compared in constant time, without content in {@code toString}. */
final class SecretBytes {
    static final SecretBytes NONE = new SecretBytes(new byte[0]);

    private final byte[] bytes;

    private SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static SecretBytes of(byte[] bytes) {
        return new SecretBytes(bytes.clone());
    }

    /**
     * The bytes of Base64 text, standard or for URLs, with padding or without (RFC 4648, sections 4 and 5); empty when
     * it is something else. Bits beyond the last byte are not looked at: {@link #base64()} writes them as zero.
     */
    static Optional<SecretBytes> ofBase64(String text) {
        int end = text.length();
        while (end > 0 && text.length() - end < 2 && text.charAt(end - 1) == '=') {
            end--;
        }
        try {
            String standard = text.substring(0, end).replace('-', '+').replace('_', '/');
            return Optional.of(new SecretBytes(Base64.getDecoder().decode(standard)));
        } catch (IllegalArgumentException otherText) {
            return Optional.empty();
        }
    }

    /** The bytes of hexadecimal text in either case; empty when it is something else. */
    static Optional<SecretBytes> ofHex(String text) {
        try {
            return Optional.of(new SecretBytes(HexFormat.of().parseHex(text)));
        } catch (IllegalArgumentException otherText) {
            return Optional.empty();
        }
    }

    /** Base64 without padding, as PHC strings have it. */
    String base64() {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    int length() {
        return bytes.length;
    }

    byte[] copy() {
        return bytes.clone();
    }

    /** Whether these are the bytes, found out in a time that depends on the length alone. */
    boolean matches(byte[] others) {
        return MessageDigest.isEqual(bytes, others);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretBytes secret && matches(secret.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "bytes[" + bytes.length + "]";
    }
}
