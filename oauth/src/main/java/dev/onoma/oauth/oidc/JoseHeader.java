package dev.onoma.oauth.oidc;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/**
 * The two parameters of a token's header that choose its key. The others either refuse it or are not read: no key comes
 * out of a token, or from an address in it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3">RFC 8725, section 3</a>
 */
record JoseHeader(JwsAlgorithm algorithm, Optional<String> keyId) {
    static JoseHeader of(JsonObject header, Set<JwsAlgorithm> allowed, TokenKind kind) {
        if (header.has("enc")) {
            throw kind.refuse(TokenProblem.ENCRYPTED_TOKEN, "is encrypted");
        }
        if (header.has("crit")) {
            throw kind.refuse(TokenProblem.CRITICAL_HEADER, "has a critical header parameter");
        }
        checkType(header, kind);
        Optional<JwsAlgorithm> algorithm = text(header, "alg", kind).flatMap(JwsAlgorithm::named);
        if (algorithm.isEmpty() || !allowed.contains(algorithm.get())) {
            throw kind.refuse(
                    TokenProblem.ALGORITHM_NOT_ALLOWED, "must be signed with an algorithm that the connection allows");
        }
        return new JoseHeader(algorithm.get(), text(header, "kid", kind));
    }

    private static void checkType(JsonObject header, TokenKind kind) {
        if (text(header, "cty", kind).isPresent()) {
            throw kind.refuse(TokenProblem.ENCRYPTED_TOKEN, "holds another token");
        }
        Optional<String> type = text(header, "typ", kind);
        // RFC 7515, section 4.1.9: compared without case, and "application/" may be left out.
        if (type.isPresent()
                && !type.get().equalsIgnoreCase("JWT")
                && !type.get().equalsIgnoreCase("application/jwt")) {
            throw kind.refuse(TokenProblem.WRONG_TYPE, "is another kind of token, by its header");
        }
    }

    private static Optional<String> text(JsonObject header, String name, TokenKind kind) {
        Optional<JsonValue> value = header.get(name);
        if (value.isPresent() && !(value.get() instanceof JsonString)) {
            throw kind.refuse(TokenProblem.MALFORMED_TOKEN, "header \"" + name + "\" must be a string");
        }
        return value.map(string -> ((JsonString) string).value());
    }
}
