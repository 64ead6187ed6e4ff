package dev.onoma.core.provider;

import static dev.onoma.core.provider.Mapped.idToken;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.refusal;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.RefusedException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedClaimsTest {
    private static Provider.Builder table() {
        return Provider.named("example")
                .subject("id")
                .errorDocument(document -> (document instanceof JsonObject object && object.has("error"))
                        || document.equals(new JsonString("error")));
    }

    @Test
    @DisplayName("M8: claims that could not be read are refused for the reason that they remember")
    void unreadable() {
        assertThat(refusal(table(), userinfo("")))
                .isEqualTo(new Refusal(RefusalCode.INVALID_CLAIMS, "the document is empty"));
        assertThat(refusal(table(), idToken("{\"id\":1}").and(userinfo("[".repeat(40))))
                        .code())
                .isEqualTo(RefusalCode.CLAIMS_TOO_DEEP);
    }

    @ParameterizedTest
    @CsvSource({"'\"text\"', a string", "7, a number", "true, a boolean", "[], an array", "null, null"})
    @DisplayName("M8: a document that is no object is no profile")
    void noObject(String json, String type) {
        Refusal expected =
                new Refusal(RefusalCode.INVALID_CLAIMS, "the document must be a JSON object, but is " + type);

        assertThat(refusal(table(), userinfo(json))).isEqualTo(expected);
        assertThat(refusal(table(), idToken("{\"id\":1}").and(userinfo(json)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            {"error":{"message":"expired"}}
            {"id":1,"error":null}
            "error"
            """)
    @DisplayName("the provider's report of an error is told from a profile, in whatever form it comes")
    void errors(String json) {
        Refusal expected =
                new Refusal(RefusalCode.PROVIDER_ERROR, "the document is the provider's error, not a profile");

        assertThat(refusal(table(), userinfo(json))).isEqualTo(expected);
        assertThat(refusal(table(), idToken("{\"id\":1}").and(userinfo(json)))).isEqualTo(expected);
    }

    @Test
    @DisplayName("a provider without a form of errors takes every object for a profile")
    void noFormOfErrors() {
        assertThat(profile(Provider.named("example").subject("id"), userinfo("{\"id\":1,\"error\":2}"))
                        .subject())
                .isEqualTo("1");
    }

    @Test
    @DisplayName("who insists on a profile gets the refusal as an exception")
    void insisting() {
        Normalization refused = table().build().normalize(userinfo("{}"), Mapped.SETTINGS);

        assertThatThrownBy(refused::orElseThrow)
                .isInstanceOf(RefusedException.class)
                .hasMessage("claim \"id\" is missing")
                .extracting(thrown -> ((RefusedException) thrown).code())
                .isEqualTo("missing_subject");
        assertThat(refused)
                .isEqualTo(Normalization.refused(new Refusal(RefusalCode.MISSING_SUBJECT, "claim \"id\" is missing")));
    }
}
