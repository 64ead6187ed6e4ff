package dev.onoma.providers.facebook.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenInspectionTest {
    private static final TokenInspection INSPECTION = new TokenInspection("123");
    private static final Instant NOW = Instant.ofEpochSecond(1_000);

    private static JsonObject said(String member, String value) {
        JsonObject good = (JsonObject)
                JsonValue.parse("{\"is_valid\":true,\"app_id\":\"123\",\"type\":\"USER\",\"user_id\":\"7\"}");
        return value == null ? good.without(member) : good.with(member, JsonValue.parse(value));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            is_valid,   true
            app_id,     123
            app_id,     "123"
            user_id,    7
            expires_at,
            expires_at, 0
            expires_at, 1001
            expires_at, 99999999999999999999
            """)
    @DisplayName("takes a token that is valid, a person's, and of this app; an id may be a number")
    void accepted(String member, String value) {
        assertThat(INSPECTION.userId(said(member, value), NOW)).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            is_valid,   false,   is not valid
            is_valid,   "true",  is not valid
            is_valid,   ,        is not valid
            app_id,     "124",   was issued to another app
            app_id,     1.23e2,  was issued to another app
            app_id,     ["123"], was issued to another app
            app_id,     ,        was issued to another app
            type,       "PAGE",  is no person's
            type,       ,        is no person's
            expires_at, 1000,    is expired
            expires_at, 1,       is expired
            expires_at, -1,      is expired
            expires_at, "2000",  is expired
            user_id,    ,        names no person
            user_id,    " ",     names no person
            user_id,    null,    names no person
            """)
    @DisplayName("refuses any other, and names the part")
    void refused(String member, String value, String problem) {
        DeniedException refused =
                catchThrowableOfType(DeniedException.class, () -> INSPECTION.userId(said(member, value), NOW));

        assertThat(refused.denial().code()).isEqualTo(DenialCode.FOREIGN_TOKEN);
        assertThat(refused).hasMessage("the access token that was handed over " + problem);
    }
}
