package dev.onoma.testkit.oauth;

import static java.util.Map.entry;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import dev.onoma.core.json.JsonObject;
import dev.onoma.testkit.oauth.http.BrokenJson;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tokens of given claims, signed as they should be or in one of the ways that they should not (RFC 7515, section 3.1).
 *
 * @param keys whose keys sign
 * @param clientSecret the secret of the client that the tokens are for
 * @param elsewhere where headers point that say what to fetch
 */
record TokenForgery(KeyRing keys, String clientSecret, String elsewhere) {
    private static final Map<Misbehaviour, Function<TokenDraft, String>> FORGERIES = Map.ofEntries(
            entry(Misbehaviour.ALG_NONE, draft -> draft.unsigned("none")),
            entry(Misbehaviour.ALG_NONE_IN_MIXED_CASE, draft -> draft.unsigned("NoNe")),
            entry(
                    Misbehaviour.HS256_WITH_PUBLIC_KEY,
                    draft -> hs256(draft, draft.keys().current().publicKey().getEncoded())),
            entry(
                    Misbehaviour.HS256_WITH_CLIENT_SECRET,
                    draft -> hs256(draft, draft.forgery().clientSecret().getBytes(StandardCharsets.UTF_8))),
            entry(
                    Misbehaviour.EMBEDDED_JWK,
                    draft -> byStranger(draft.without("kid")
                            .with("jwk", draft.keys().stranger().published()))),
            entry(
                    Misbehaviour.KEY_URL,
                    draft -> byStranger(draft.with("jku", draft.forgery().elsewhere()))),
            entry(
                    Misbehaviour.CERTIFICATE_URL,
                    draft -> byStranger(draft.with("x5u", draft.forgery().elsewhere()))),
            entry(Misbehaviour.FOREIGN_KEY, TokenForgery::byStranger),
            entry(
                    Misbehaviour.UNKNOWN_KID,
                    draft -> draft.with("kid", "unknown").right()),
            entry(Misbehaviour.MISSING_KID, draft -> draft.without("kid").right()),
            entry(
                    Misbehaviour.WEAK_KEY,
                    draft -> named(draft, draft.keys().weak())
                            .signed(draft.keys().weak())),
            entry(Misbehaviour.OTHER_ALGORITHM, TokenForgery::otherAlgorithm),
            entry(Misbehaviour.BROKEN_SIGNATURE, draft -> turnBit(draft.right())),
            entry(Misbehaviour.MISSING_SIGNATURE, draft -> draft.input() + "."),
            entry(
                    Misbehaviour.ZERO_SIGNATURE,
                    draft -> named(draft, draft.keys().elliptic()).input() + "." + TokenDraft.base64(new byte[64])),
            entry(Misbehaviour.LENIENT_BASE64, draft -> lenient(draft.right())),
            entry(
                    Misbehaviour.CRITICAL_EXTENSION,
                    draft -> draft.with("crit", List.of("urn:example:unheard-of"))
                            .with("urn:example:unheard-of", true)
                            .right()),
            entry(
                    Misbehaviour.EMPTY_CRITICAL,
                    draft -> draft.with("crit", List.of()).right()),
            entry(
                    Misbehaviour.ACCESS_TOKEN_TYPE,
                    draft -> draft.with("typ", "at+jwt").right()),
            entry(
                    Misbehaviour.DUPLICATE_HEADER_MEMBERS,
                    draft -> draft.signed(
                            BrokenJson.duplicateMembers(draft.header()),
                            draft.keys().current())),
            entry(
                    Misbehaviour.HEADER_OF_PAIRS,
                    draft -> draft.signed(
                            BrokenJson.arrayOfPairs(draft.header()),
                            draft.keys().current())),
            entry(Misbehaviour.UNSIGNED_INSIDE_JWE, TokenForgery::insideJwe),
            entry(Misbehaviour.ENORMOUS_ROUNDS, TokenForgery::enormousRounds));

    static boolean shows(Misbehaviour misbehaviour) {
        return FORGERIES.containsKey(misbehaviour);
    }

    /** A token; where several misbehaviours concern its signature, the first of them shows. */
    String token(byte[] payload, Set<Misbehaviour> active) {
        TokenDraft draft = draft(payload);
        return active.stream()
                .filter(FORGERIES::containsKey)
                .findFirst()
                .map(misbehaviour -> FORGERIES.getOrDefault(misbehaviour, TokenDraft::right))
                .orElse(TokenDraft::right)
                .apply(draft);
    }

    /** A token signed by a key that the issuer never published. */
    String tokenByStranger(byte[] payload) {
        return byStranger(draft(payload));
    }

    /** A token without a signature. */
    String unsignedToken(byte[] payload) {
        return draft(payload).unsigned("none");
    }

    private TokenDraft draft(byte[] payload) {
        SigningKey key = keys.current();
        JsonObject header = JsonObject.builder()
                .put("alg", key.algorithm().name())
                .put("kid", key.id())
                .put("typ", "JWT")
                .build();
        return new TokenDraft(this, header, payload);
    }

    private static TokenDraft named(TokenDraft draft, SigningKey key) {
        return draft.with("alg", key.algorithm().name()).with("kid", key.id());
    }

    private static String byStranger(TokenDraft draft) {
        SigningKey stranger = draft.keys().stranger();
        return draft.with("alg", stranger.algorithm().name()).signed(stranger);
    }

    private static String hs256(TokenDraft draft, byte[] secret) {
        String input = draft.with("alg", "HS256").input();
        return input + "." + SigningKey.hs256(secret, input);
    }

    private static String otherAlgorithm(TokenDraft draft) {
        SigningKey current = draft.keys().current();
        SigningKey other = current.algorithm().name().startsWith("ES")
                ? draft.keys().stranger()
                : current.as(
                        current.algorithm() == SigningAlgorithm.RS512
                                ? SigningAlgorithm.RS256
                                : SigningAlgorithm.RS512);
        return draft.with("alg", other.algorithm().name()).signed(other);
    }

    private static String turnBit(String token) {
        int dot = token.lastIndexOf('.');
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
        signature[signature.length / 2] ^= 1;
        return token.substring(0, dot + 1) + TokenDraft.base64(signature);
    }

    private static String lenient(String token) {
        int middle = (token.lastIndexOf('.') + token.length()) / 2;
        return token.substring(0, middle) + " " + token.substring(middle) + "==";
    }

    private static String insideJwe(TokenDraft draft) {
        try {
            SigningKey key = draft.keys().current();
            RSAPublicKey reader = (RSAPublicKey)
                    (key.publicKey() instanceof RSAPublicKey rsa
                            ? rsa
                            : draft.keys().stranger().publicKey());
            JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                    .keyID(key.id())
                    .contentType("JWT")
                    .build();
            JWEObject encrypted = new JWEObject(header, new Payload(draft.unsigned("none")));
            encrypted.encrypt(new RSAEncrypter(reader));
            return encrypted.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String enormousRounds(TokenDraft draft) {
        JsonObject header = JsonObject.builder()
                .put("alg", "PBES2-HS256+A128KW")
                .put("enc", "A128CBC-HS256")
                .put("p2s", TokenDraft.base64(new byte[16]))
                .put("p2c", 2_000_000_000L)
                .build();
        String text = TokenDraft.base64(header.toJson().getBytes(StandardCharsets.UTF_8));
        return String.join(
                ".",
                text,
                TokenDraft.base64(new byte[40]),
                TokenDraft.base64(new byte[16]),
                draft.payloadPart(),
                TokenDraft.base64(new byte[16]));
    }

    @Override
    public String toString() {
        return "TokenForgery[" + keys.current() + "]";
    }
}
