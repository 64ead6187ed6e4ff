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
    private final String header;
    private final byte[] signingInput;
    private final byte[] payload;
    private final byte[] signature;

    private CompactJws(String header, byte[] signingInput, byte[] payload, byte[] signature) {
        this.header = header;
        this.signingInput = signingInput;
        this.payload = payload;
        this.signature = signature;
    }

    /**
     * Takes a token apart.
     *
     * @param mostBytes how long it may be
     * @throws InvalidTokenException when it is longer, or not three parts, the latter two of canonical base64url
     */
    static CompactJws parse(String token, TokenKind kind, int mostBytes) {
        if (token.length() > mostBytes) {
            throw kind.refuse(TokenProblem.TOKEN_TOO_LARGE, "is longer than " + mostBytes + " bytes");
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        checkParts(token, first, second, kind);
        // What is not Latin-1 becomes a question mark, which is no base64url either.
        byte[] ascii = token.getBytes(StandardCharsets.ISO_8859_1);
        return new CompactJws(
                token.substring(0, first),
                Arrays.copyOf(ascii, second),
                decode(ascii, first + 1, second, "payload", kind),
                decode(ascii, second + 1, ascii.length, "signature", kind));
    }

    /** The header as it was received, in base64url that nobody has checked. */
    String headerText() {
        return header;
    }

    /**
     * The header.
     *
     * @throws InvalidTokenException when it is no JSON object in canonical base64url
     */
    JsonObject header(TokenKind kind, Limits limits) {
        byte[] ascii = header.getBytes(StandardCharsets.ISO_8859_1);
        return object(decode(ascii, 0, ascii.length, "header", kind), kind, limits);
    }

    /** Header and payload as they were signed, with the dot between them; not to be written to. */
    byte[] signingInput() {
        return signingInput;
    }

    /** What was signed; not to be written to. */
    byte[] payload() {
        return payload;
    }

    /** Not to be written to. */
    byte[] signature() {
        return signature;
    }

    private static void checkParts(String token, int first, int second, TokenKind kind) {
        if (first < 0 || second < 0) {
            throw kind.refuse(TokenProblem.MALFORMED_TOKEN, "must have three parts");
        }
        int third = token.indexOf('.', second + 1);
        if (third >= 0) {
            int fourth = token.indexOf('.', third + 1);
            boolean five = fourth >= 0 && token.indexOf('.', fourth + 1) < 0;
            throw five
                    ? kind.refuse(TokenProblem.ENCRYPTED_TOKEN, "is encrypted")
                    : kind.refuse(TokenProblem.MALFORMED_TOKEN, "must have three parts");
        }
        if (first == 0 || second == first + 1) {
            throw kind.refuse(TokenProblem.MALFORMED_TOKEN, "has an empty part");
        }
    }

    private static byte[] decode(byte[] ascii, int from, int to, String part, TokenKind kind) {
        return Base64Url.decode(ascii, from, to)
                .orElseThrow(() -> kind.refuse(TokenProblem.MALFORMED_TOKEN, part + " must be base64url"));
    }

    private static JsonObject object(byte[] utf8, TokenKind kind, Limits limits) {
        try {
            if (JsonDocument.parse(utf8, limits).value() instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException invalid) {
            throw kind.refuse(TokenProblem.INVALID_JSON, "header: " + invalid.message());
        }
        throw kind.refuse(TokenProblem.INVALID_JSON, "header must be a JSON object");
    }
}
