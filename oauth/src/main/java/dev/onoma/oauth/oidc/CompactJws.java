package dev.onoma.oauth.oidc;

import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A token taken apart, strictly, and not verified: nothing of it may be believed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-3.1">RFC 7515, section 3.1</a>
 */
final class CompactJws {
    private static final byte DOT = '.';

    private final JsonObject header;
    private final byte[] signingInput;
    private final byte[] payload;
    private final String signature;

    private CompactJws(JsonObject header, byte[] signingInput, byte[] payload, String signature) {
        this.header = header;
        this.signingInput = signingInput;
        this.payload = payload;
        this.signature = signature;
    }

    /**
     * Takes a token apart.
     *
     * @param mostBytes how long it may be
     * @throws InvalidTokenException when it is longer, or not three parts of canonical base64url with a JSON header
     */
    static CompactJws parse(String token, TokenKind kind, int mostBytes) {
        if (token.length() > mostBytes) {
            throw kind.refuse(TokenProblem.TOKEN_TOO_LARGE, "is longer than " + mostBytes + " bytes");
        }
        // What is not Latin-1 becomes a question mark, which is no base64url either.
        byte[] ascii = token.getBytes(StandardCharsets.ISO_8859_1);
        int first = indexOfDot(ascii, 0);
        int second = indexOfDot(ascii, first + 1);
        checkParts(ascii, first, second, kind);
        byte[] header = decode(ascii, 0, first, "header", kind);
        byte[] payload = decode(ascii, first + 1, second, "payload", kind);
        decode(ascii, second + 1, ascii.length, "signature", kind);
        return new CompactJws(object(header, kind), Arrays.copyOf(ascii, second), payload, token.substring(second + 1));
    }

    JsonObject header() {
        return header;
    }

    /** Header and payload as they were signed, with the dot between them; not to be written to. */
    byte[] signingInput() {
        return signingInput;
    }

    /** What was signed; not to be written to. */
    byte[] payload() {
        return payload;
    }

    /** In base64url, which was checked. */
    String signature() {
        return signature;
    }

    private static void checkParts(byte[] ascii, int first, int second, TokenKind kind) {
        if (second == ascii.length) {
            throw kind.refuse(TokenProblem.MALFORMED_TOKEN, "must have three parts");
        }
        int third = indexOfDot(ascii, second + 1);
        if (third < ascii.length) {
            int fourth = indexOfDot(ascii, third + 1);
            boolean five = fourth < ascii.length && indexOfDot(ascii, fourth + 1) == ascii.length;
            throw five
                    ? kind.refuse(TokenProblem.ENCRYPTED_TOKEN, "is encrypted")
                    : kind.refuse(TokenProblem.MALFORMED_TOKEN, "must have three parts");
        }
        if (first == 0 || second == first + 1) {
            throw kind.refuse(TokenProblem.MALFORMED_TOKEN, "has an empty part");
        }
    }

    /** Where the next dot is; the length when there is none. */
    private static int indexOfDot(byte[] ascii, int from) {
        int i = Math.min(from, ascii.length);
        while (i < ascii.length && ascii[i] != DOT) {
            i++;
        }
        return i;
    }

    private static byte[] decode(byte[] ascii, int from, int to, String part, TokenKind kind) {
        return Base64Url.decode(ascii, from, to)
                .orElseThrow(() -> kind.refuse(TokenProblem.MALFORMED_TOKEN, part + " must be base64url"));
    }

    private static JsonObject object(byte[] utf8, TokenKind kind) {
        try {
            if (JsonDocument.parse(utf8, Limits.STANDARD).value() instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException invalid) {
            throw kind.refuse(TokenProblem.INVALID_JSON, "header: " + invalid.message());
        }
        throw kind.refuse(TokenProblem.INVALID_JSON, "header must be a JSON object");
    }
}
