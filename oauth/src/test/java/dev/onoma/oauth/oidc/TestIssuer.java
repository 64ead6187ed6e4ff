package dev.onoma.oauth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.TestClock;
import java.util.Arrays;

/** An issuer with one RSA key, its client, and a login that it answers. */
final class TestIssuer {
    static final String NAME = "https://issuer.example.com";
    static final String CLIENT = "client-1";
    static final String SUBJECT = "subject-248289761001";
    static final String NONCE = "nonce-n-0S6_WzA2Mj";
    static final String ACCESS_TOKEN = "access-SlAV32hkKG";
    static final long NOW = TestClock.START.getEpochSecond();

    final TestKey key = TestKey.rsa("k1");
    final TestClock clock = TestClock.fixed();

    /** What a good id_token says. */
    JsonObject claims() {
        return JsonObject.builder()
                .put("iss", NAME)
                .put("sub", SUBJECT)
                .put("aud", CLIENT)
                .put("exp", NOW + 3_600)
                .put("iat", NOW)
                .put("nonce", NONCE)
                .put("email", "jane@example.com")
                .build();
    }

    /** A good id_token but for one claim. */
    String tokenWith(String claim, Object value) {
        return key.sign(claims().with(claim, JsonValue.from(value)));
    }

    String tokenWithout(String claim) {
        return key.sign(claims().without(claim));
    }

    String token() {
        return key.sign(claims());
    }

    IdTokenVerifier.Builder verifier() {
        return verifier(key.jwk());
    }

    IdTokenVerifier.Builder verifier(JsonObject... jwks) {
        return verifier(KeySource.of(KeySet.parse(TestKey.set(jwks))));
    }

    IdTokenVerifier.Builder verifier(KeySource keys) {
        return IdTokenVerifier.of(IssuerRule.exactly(NAME), CLIENT, keys).clock(clock);
    }

    static IdTokenExpectation expected() {
        return IdTokenExpectation.nonce(NONCE).accessToken(ACCESS_TOKEN);
    }

    VerifiedIdToken verify(String token) {
        return verifier().build().verify(token, expected());
    }

    InvalidTokenException refusal(String token) {
        return refusal(verifier().build(), token, expected());
    }

    /** Why a token is refused, once it is seen that the refusal is typed and tells nothing of the token. */
    static InvalidTokenException refusal(IdTokenVerifier verifier, String token, IdTokenExpectation expected) {
        InvalidTokenException refusal =
                catchThrowableOfType(InvalidTokenException.class, () -> verifier.verify(token, expected));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.getCause()).isNull();
        assertThat(refusal.code()).isEqualTo("invalid_id_token");
        assertThat(refusal.toString()).doesNotContain(SUBJECT, NONCE, ACCESS_TOKEN, CLIENT, "jane@example.com", "evil");
        Arrays.stream(token.split("\\.", -1))
                .filter(part -> part.length() > 8)
                .forEach(part -> assertThat(refusal.toString()).doesNotContain(part));
        return refusal;
    }
}
