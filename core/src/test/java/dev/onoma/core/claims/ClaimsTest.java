package dev.onoma.core.claims;

import static dev.onoma.core.claims.ClaimState.ABSENT;
import static dev.onoma.core.claims.ClaimState.NOT_CONSULTED;
import static dev.onoma.core.claims.ClaimState.NULL;
import static dev.onoma.core.claims.ClaimState.VALUE;
import static dev.onoma.core.claims.Evidence.GRAPH_API_RESPONSE;
import static dev.onoma.core.claims.Evidence.IMPORT;
import static dev.onoma.core.claims.Evidence.SIGNUP;
import static dev.onoma.core.claims.Evidence.UNSIGNED_FORM;
import static dev.onoma.core.claims.Evidence.USERINFO_RESPONSE;
import static dev.onoma.core.claims.Evidence.VERIFIED_ID_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
    private static Claims claims(String json, Evidence evidence) {
        return Claims.parse(json.getBytes(StandardCharsets.UTF_8), evidence);
    }

    @Test
    @DisplayName("M5: the first source that holds a claim speaks, and all sources are kept in their order")
    void sources() {
        Claims both = claims("{\"sub\":\"1\",\"name\":\"Token\"}", VERIFIED_ID_TOKEN)
                .and(claims("{\"sub\":\"1\",\"name\":\"Userinfo\",\"locale\":\"en\"}", USERINFO_RESPONSE));

        assertThat(both.claim("name").value()).contains(new JsonString("Token"));
        assertThat(both.claim("locale").value()).contains(new JsonString("en"));
        assertThat(both.sources())
                .extracting(ClaimSource::evidence)
                .containsExactly(VERIFIED_ID_TOKEN, USERINFO_RESPONSE);
    }

    @Test
    @DisplayName("a value, null, absent and not consulted are four states of a claim that nobody has read yet")
    void states() {
        Claims token = claims("{\"a\":1,\"n\":null,\"blank\":\" \"}", VERIFIED_ID_TOKEN);
        Claims userinfo = claims("{\"a\":1,\"n\":null}", USERINFO_RESPONSE);

        assertThat(token.claim("a").state()).isEqualTo(VALUE);
        assertThat(token.claim("n").state()).isEqualTo(NULL);
        assertThat(token.claim("n").value()).isEmpty();
        assertThat(token.claim("x").state()).isEqualTo(NOT_CONSULTED);
        assertThat(token.claim("x").value()).isEmpty();
        assertThat(token.and(userinfo).claim("x").state()).isEqualTo(ABSENT);
        assertThat(token.claim("blank").value()).contains(new JsonString(" "));
    }

    @Test
    @DisplayName("M10: null of the first source is not overruled by a later one where a caller asks for one path")
    void nullOfTheFirstSource() {
        Claims both = claims("{\"a\":null}", VERIFIED_ID_TOKEN).and(claims("{\"a\":1}", USERINFO_RESPONSE));

        assertThat(both.claim(ClaimPath.of("a")).state()).isEqualTo(NULL);
    }

    @Test
    @DisplayName("a source that is no object holds nothing")
    void noObject() {
        Claims claims = claims("[1]", GRAPH_API_RESPONSE);

        assertThat(claims.refusal()).isEmpty();
        assertThat(claims.claim("a").state()).isEqualTo(ABSENT);
        assertThat(claims.sources().get(0).object()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED_ID_TOKEN, false",
        "USERINFO_RESPONSE, true",
        "GRAPH_API_RESPONSE, true",
        "SIGNUP, true",
        "IMPORT, true",
        "UNSIGNED_FORM, true"
    })
    @DisplayName("an id_token alone is not all that could have been asked; every other source is")
    void fullyConsulted(Evidence evidence, boolean fully) {
        assertThat(claims("{}", evidence).isFullyConsulted()).isEqualTo(fully);
    }

    @Test
    @DisplayName(
            "an id_token and the response of an endpoint are all, in either order; with a form instead they are not")
    void idTokenAndUserinfo() {
        Claims token = claims("{}", VERIFIED_ID_TOKEN);
        Claims userinfo = claims("{}", USERINFO_RESPONSE);

        assertThat(token.and(userinfo).isFullyConsulted()).isTrue();
        assertThat(userinfo.and(token).isFullyConsulted()).isTrue();
        assertThat(token.and(claims("{}", GRAPH_API_RESPONSE)).isFullyConsulted())
                .isTrue();
        assertThat(token.and(claims("{}", UNSIGNED_FORM)).isFullyConsulted()).isFalse();
    }

    @Test
    @DisplayName("a source that was not asked leaves every claim that is not there not consulted")
    void notConsulted() {
        Claims graph = claims("{\"a\":1}", GRAPH_API_RESPONSE).notConsulted(UNSIGNED_FORM);

        assertThat(graph.isFullyConsulted()).isFalse();
        assertThat(graph.claim("x").state()).isEqualTo(NOT_CONSULTED);
        assertThat(graph.claim("a").state()).isEqualTo(VALUE);
        assertThat(graph.sources()).hasSize(1);
    }

    @Test
    @DisplayName("the word that a source was not asked survives further sources and further words")
    void notConsultedSurvives() {
        Claims graph = claims("{}", GRAPH_API_RESPONSE);

        assertThat(graph.notConsulted(SIGNUP).and(claims("{}", IMPORT)).isFullyConsulted())
                .isFalse();
        assertThat(graph.and(claims("{}", IMPORT).notConsulted(SIGNUP)).isFullyConsulted())
                .isFalse();
        assertThat(graph.notConsulted(SIGNUP).notConsulted(IMPORT).isFullyConsulted())
                .isFalse();
        assertThat(graph.and(claims("{}", IMPORT)).isFullyConsulted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED_ID_TOKEN, true, true", "USERINFO_RESPONSE, true, true", "GRAPH_API_RESPONSE, true, true",
        "SIGNUP, true, false", "IMPORT, true, true", "UNSIGNED_FORM, false, false"
    })
    @DisplayName("what a person typed verifies nothing, and an unsigned form names nobody")
    void evidence(Evidence evidence, boolean identity, boolean verification) {
        assertThat(evidence.speaksForIdentity()).isEqualTo(identity);
        assertThat(evidence.speaksForVerification()).isEqualTo(verification);
    }

    @Test
    @DisplayName("claims that a library has parsed are taken as JSON or as Java objects")
    void parsedAlready() {
        Claims fromMap = Claims.of(Map.of("email_verified", true), VERIFIED_ID_TOKEN);
        Claims fromJson =
                Claims.of(JsonObject.builder().put("email_verified", true).build(), VERIFIED_ID_TOKEN);

        assertThat(fromMap.sources()).isEqualTo(fromJson.sources());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Claims.of(Map.of("birthdate", LocalDate.EPOCH), VERIFIED_ID_TOKEN))
                .withMessage("$.birthdate is a java.time.LocalDate, which has no JSON form");
    }

    @Test
    @DisplayName("claims have a text and evidence")
    void nothingMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> Claims.parse(null, SIGNUP))
                .withMessage("utf8");
        assertThatNullPointerException()
                .isThrownBy(() -> Claims.parse(new byte[0], null))
                .withMessage("evidence");
        assertThatNullPointerException()
                .isThrownBy(() -> Claims.of(JsonObject.EMPTY, null))
                .withMessage("evidence");
    }

    @Test
    @DisplayName("M2: print which sources there are, and nothing of what they hold")
    void printing() {
        Claims claims = claims("{\"email\":\"ada@example.org\"}", VERIFIED_ID_TOKEN);

        assertThat(claims).hasToString("Claims[VERIFIED_ID_TOKEN]");
        assertThat(claims.and(claims("{}", USERINFO_RESPONSE)))
                .hasToString("Claims[VERIFIED_ID_TOKEN, USERINFO_RESPONSE]");
        assertThat(claims.sources().get(0))
                .hasToString("ClaimSource[evidence=VERIFIED_ID_TOKEN, document=JsonDocument[object[1], 27 bytes]]");
        assertThat(claims.claim("email")).hasToString("Claim[state=VALUE, value=Optional[string]]");
    }

    @Test
    @DisplayName("a claim and a source are values")
    void equality() {
        EqualsVerifier.forClass(Claim.class).verify();
        EqualsVerifier.forClass(ClaimSource.class)
                .withPrefabValues(
                        JsonDocument.class,
                        new JsonDocument(JsonObject.EMPTY, 2, false),
                        new JsonDocument(JsonObject.EMPTY, 3, false))
                .verify();
    }
}
