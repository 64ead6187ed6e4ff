package dev.onoma.testkit.oauth;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestFactory;

@DisplayName("A misbehaving id_token, whose signature is good,")
class ClaimMisbehaviourTest {
    private static final long NOW = Scene.NOW.getEpochSecond();

    static final Map<Misbehaviour, Scene.Look> LOOKS = Map.ofEntries(
            entry(Misbehaviour.WRONG_ISSUER, claim("iss", "https://issuer.invalid")),
            entry(Misbehaviour.ISSUER_WITH_SLASH, claim("iss", "https://accounts.google.com/")),
            entry(Misbehaviour.ISSUER_WITHOUT_SCHEME, claim("iss", "accounts.google.com")),
            entry(Misbehaviour.MISSING_ISSUER, without("iss")),
            entry(Misbehaviour.WRONG_AUDIENCE, claim("aud", "another-client")),
            entry(Misbehaviour.MISSING_AUDIENCE, without("aud")),
            entry(Misbehaviour.EMPTY_AUDIENCE, claim("aud", List.of())),
            entry(Misbehaviour.AUDIENCE_IN_ARRAY, claim("aud", List.of("onoma-client"))),
            entry(Misbehaviour.SEVERAL_AUDIENCES, scene -> {
                JsonObject claims = claims(scene);
                assertThat(claims.get("aud")).contains(JsonValue.from(List.of("onoma-client", "another-client")));
                assertThat(claims.has("azp")).isFalse();
            }),
            entry(Misbehaviour.SEVERAL_AUDIENCES_WITH_AZP, scene -> {
                JsonObject claims = claims(scene);
                assertThat(claims.get("aud")).contains(JsonValue.from(List.of("onoma-client", "another-client")));
                assertThat(claims.get("azp")).contains(JsonValue.from("onoma-client"));
            }),
            entry(Misbehaviour.WRONG_AZP, claim("azp", "another-client")),
            entry(Misbehaviour.WRONG_NONCE, claim("nonce", "another-nonce")),
            entry(Misbehaviour.MISSING_NONCE, without("nonce")),
            entry(Misbehaviour.WRONG_AT_HASH, claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA")),
            entry(Misbehaviour.MISSING_AT_HASH, without("at_hash")),
            entry(Misbehaviour.MISSING_SUBJECT, without("sub")),
            entry(
                    Misbehaviour.NULL_SUBJECT,
                    scene -> assertThat(claims(scene).get("sub")).contains(JsonValue.from(null))),
            entry(Misbehaviour.NUMERIC_SUBJECT, claim("sub", 248_289_761_001L)),
            entry(Misbehaviour.BLANK_SUBJECT, claim("sub", " ")),
            entry(Misbehaviour.OVERLONG_SUBJECT, claim("sub", "s".repeat(256))),
            entry(Misbehaviour.MISSING_EXPIRY, without("exp")),
            entry(Misbehaviour.EXPIRED, claim("exp", NOW - 7_200)),
            entry(Misbehaviour.ENORMOUS_EXPIRY, claim("exp", 1_000_000_000_000_000_000L)),
            entry(Misbehaviour.EXPIRY_AS_TEXT, claim("exp", String.valueOf(NOW + 3_600))),
            entry(Misbehaviour.LONG_LIFE, claim("exp", NOW + 30 * 86_400)),
            entry(Misbehaviour.MISSING_ISSUED_AT, without("iat")),
            entry(Misbehaviour.ISSUED_IN_FUTURE, claim("iat", NOW + 3_600)),
            entry(Misbehaviour.ISSUED_LONG_AGO, claim("iat", NOW - 3_600)),
            entry(Misbehaviour.NOT_YET_VALID, claim("nbf", NOW + 3_600)),
            entry(Misbehaviour.WRONG_HOSTED_DOMAIN, claim("hd", "another.example")),
            entry(Misbehaviour.MISSING_HOSTED_DOMAIN, without("hd")),
            entry(Misbehaviour.NO_CLAIMS, scene -> assertThat(text(scene)).isEqualTo("{}")),
            entry(
                    Misbehaviour.DUPLICATE_CLAIMS,
                    scene -> assertThat(text(scene)).contains("\"sub\":\"248289761001\"", "\"sub\":\"again\"")),
            entry(
                    Misbehaviour.ARRAY_OF_PAIRS,
                    scene -> assertThat(text(scene))
                            .startsWith("[[\"iss\",\"https://accounts.google.com\"],")
                            .contains("[\"sub\",\"248289761001\"]")),
            entry(Misbehaviour.BYTE_ORDER_MARK, scene -> assertThat(text(scene)).startsWith("\uFEFF{")),
            entry(Misbehaviour.INVALID_UTF8, scene -> {
                byte[] bytes = RelyingParty.bytes(token(scene), 1);
                Assertions.assertThatThrownBy(
                                () -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)))
                        .isInstanceOf(CharacterCodingException.class);
            }),
            entry(Misbehaviour.DEEP_CLAIM, scene -> assertThat(text(scene)).contains("[".repeat(1_000))),
            entry(
                    Misbehaviour.OVERSIZED_TOKEN,
                    scene -> assertThat(token(scene)).hasSizeGreaterThan(64 << 10)),
            entry(Misbehaviour.TRAILING_TEXT, scene -> assertThat(text(scene)).endsWith("}{}")));

    @TestFactory
    @DisplayName("says so")
    Stream<?> misbehaviours() {
        return Scene.tests(LOOKS);
    }

    private static Scene.Look claim(String name, Object value) {
        return scene -> assertThat(claims(scene).get(name)).contains(JsonValue.from(value));
    }

    private static Scene.Look without(String name) {
        return scene -> {
            JsonObject claims = claims(scene);
            assertThat(claims.has(name)).isFalse();
            assertThat(claims.size()).isPositive();
        };
    }

    private static JsonObject claims(Scene scene) throws Exception {
        return RelyingParty.object(text(scene));
    }

    private static String text(Scene scene) throws Exception {
        return RelyingParty.part(token(scene), 1);
    }

    private static String token(Scene scene) throws Exception {
        String token = scene.client().idToken();
        assertThat(FakeIssuerTest.verifies(scene.issuer(), token)).isTrue();
        return token;
    }
}
