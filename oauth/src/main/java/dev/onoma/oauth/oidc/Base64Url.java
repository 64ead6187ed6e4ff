package dev.onoma.oauth.oidc;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Base64url in its one canonical spelling: no padding, no line breaks, no other characters, no bits left over. Two texts
 * that decode alike are alike, so that whoever remembers tokens by their text remembers them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-2">RFC 7515, section 2</a>
 */
final class Base64Url {
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    /** The bytes that a part of a text stands for; empty when it is not canonical. */
    static Optional<byte[]> decode(byte[] ascii, int from, int to) {
        int length = to - from;
        if (length % 4 == 1 || (length > 0 && ascii[to - 1] == '=')) {
            return Optional.empty();
        }
        byte[] decoded;
        try {
            decoded = DECODER.decode(Arrays.copyOfRange(ascii, from, to));
        } catch (IllegalArgumentException foreignCharacter) {
            return Optional.empty();
        }
        return length % 4 == 0 || hasNoBitsLeft(ascii[to - 1], length % 4) ? Optional.of(decoded) : Optional.empty();
    }

    /** The bytes that a text stands for; empty when it is not canonical. */
    static Optional<byte[]> decode(String text) {
        byte[] ascii = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return decode(ascii, 0, ascii.length);
    }

    /** Two characters carry 12 bits for one byte, three carry 18 for two: the rest has to be zero. */
    private static boolean hasNoBitsLeft(byte last, int characters) {
        int unused = characters == 2 ? 0b1111 : 0b11;
        return (sextet(last) & unused) == 0;
    }

    private static int sextet(byte character) {
        if (character >= 'a') {
            return character - 'a' + 26;
        }
        if (character == '_') {
            return 63;
        }
        if (character >= 'A') {
            return character - 'A';
        }
        return character == '-' ? 62 : character - '0' + 52;
    }
}
