package dev.onoma.core.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading never throws for what a provider sent: what cannot be used remembers why. */
class UnusableClaimsTest {
    private static final Claims USABLE = claims("{\"sub\":\"1\"}");

    private static Claims claims(String json) {
        return Claims.parse(json.getBytes(StandardCharsets.UTF_8), Evidence.USERINFO_RESPONSE);
    }

    @Test
    @DisplayName("M8: a document that is not JSON is remembered as invalid_claims")
    void notJson() {
        Claims claims = claims("{\"email\":\"ada@example.org\"");

        Refusal refusal = claims.refusal().orElseThrow();
        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_CLAIMS);
        assertThat(refusal.message()).startsWith("the document is not JSON (line 1, column ");
        assertThat(claims.sources()).isEmpty();
        assertThat(claims).hasToString("Claims[unusable: invalid_claims]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    CLAIMS_BYTES;    {"a":12};       CLAIMS_TOO_LARGE; the document is longer than 7 bytes
                    CLAIMS_MEMBERS;  {"a":[{},{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1}]}; CLAIMS_TOO_LARGE; the document has more than 7 members
                    CLAIMS_DEPTH;    {"a":[[[[[[[]]]]]]]}; CLAIMS_TOO_DEEP; the document is nested more than 7 levels deep
                    """)
    @DisplayName("M8: a document over a limit is remembered with the code of the limit")
    void overLimits(Limit limit, String json, RefusalCode code, String message) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);

        Claims narrow = Claims.parse(utf8, Evidence.IMPORT, Limits.STANDARD.with(limit, 7));
        Claims wider = Claims.parse(utf8, Evidence.IMPORT, Limits.STANDARD.with(limit, 8));

        assertThat(narrow.refusal()).contains(new Refusal(code, message));
        assertThat(wider.refusal()).isEmpty();
    }

    @Test
    @DisplayName("M8: claims that a library has parsed have the same limits")
    void parsedAlready() {
        JsonObject deep = JsonObject.EMPTY;
        for (int i = 1; i < 33; i++) {
            deep = JsonObject.builder().put("a", deep).build();
        }
        JsonValue number = JsonArray.of(JsonNumber.of("1e1001"));

        assertThat(Claims.of(deep, Evidence.IMPORT).refusal().orElseThrow().code())
                .isEqualTo(RefusalCode.CLAIMS_TOO_DEEP);
        assertThat(Claims.of(JsonObject.builder().put("n", number).build(), Evidence.IMPORT)
                        .refusal())
                .contains(new Refusal(
                        RefusalCode.INVALID_CLAIMS,
                        "the document has a number with too many digits or too large an exponent"));
        assertThat(Claims.of(deep, Evidence.IMPORT).sources()).isEmpty();
    }

    @Test
    @DisplayName("one unusable source makes all of them unusable, and the first reason stays")
    void together() {
        Claims unusable = claims("");
        Claims second = claims("{} {}");

        assertThat(USABLE.and(unusable).refusal()).isEqualTo(unusable.refusal());
        assertThat(unusable.and(USABLE).refusal()).isEqualTo(unusable.refusal());
        assertThat(unusable.and(second).refusal()).isEqualTo(unusable.refusal());
        assertThat(unusable.notConsulted(Evidence.SIGNUP).refusal()).isEqualTo(unusable.refusal());
        assertThat(USABLE.refusal()).isEmpty();
    }
}
