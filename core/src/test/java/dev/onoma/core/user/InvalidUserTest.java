package dev.onoma.core.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("JSON that is not a user")
class InvalidUserTest {
    private static final JsonObject VALID = World.json("{'user_id':'c|1','name':'Ada','email':'a@example.org',"
            + "'identities':[{'connection':'c','provider':'c','user_id':'1'}],"
            + "'created_at':'2026-01-01T00:00:00Z','owners':{'name':'c','email':'c'}}");

    private static void invalid(JsonObject json, String field, String expected) {
        assertThatThrownBy(() -> UserJson.read(json))
                .isInstanceOf(InvalidUserException.class)
                .hasMessage("field \"" + field + "\" must be " + expected)
                .satisfies(thrown -> {
                    assertThat(((InvalidUserException) thrown).field()).isEqualTo(field);
                    assertThat(((InvalidUserException) thrown).code()).isEqualTo("invalid_user");
                });
    }

    @Test
    @DisplayName("The example without a mistake is one")
    void valid() {
        assertThat(UserJson.read(VALID).name()).hasValue("Ada");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "user_id; 7; a string",
                "user_id; null; a string",
                "name; 7; a string",
                "email_verified; 'true'; a boolean",
                "blocked; 'no'; a boolean",
                "user_metadata; []; an object",
                "app_metadata; 'x'; an object",
                "owners; 'x'; an object",
                "created_at; 'yesterday'; a time in ISO 8601, UTC",
                "created_at; 1767225600; a string",
                "updated_at; '2026-01-01'; a time in ISO 8601, UTC",
                "last_login; ''; a time in ISO 8601, UTC",
                "last_ip; 7; a string",
                "identities; []; an array of at least one identity",
                "identities; {}; an array of at least one identity"
            })
    @DisplayName("names the field and what it must be")
    void wrongType(String field, String value, String expected) {
        invalid(VALID.with(field, World.json("{'v':" + value + "}").get("v").orElseThrow()), field, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'7'", "1.5", "1e3", "1234567890123456789", "null"})
    @DisplayName("names the count that is no integer")
    void count(String value) {
        assertThatThrownBy(() -> UserJson.read(VALID.with(
                        "logins_count",
                        World.json("{'v':" + value + "}").get("v").orElseThrow())))
                .isInstanceOf(InvalidUserException.class)
                .hasMessageStartingWith("field \"logins_count\" must be an integer");
    }

    @ParameterizedTest
    @CsvSource({"user_id, a string", "created_at, a time", "identities, an array of at least one identity"})
    @DisplayName("names the field that is missing")
    void missing(String field, String expected) {
        invalid(VALID.without(field), field, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'provider':'c','user_id':'1'}; connection; a string",
                "{'connection':'c','user_id':'1'}; provider; a string",
                "{'connection':'c','provider':'c','user_id':1}; user_id; a string",
                "{'connection':'c','provider':'c','user_id':'1','isSocial':1}; isSocial; a boolean",
                "{'connection':'c','provider':'c','user_id':'1','profileData':[]}; profileData; an object"
            })
    @DisplayName("names the field of an identity")
    void identity(String identity, String field, String expected) {
        invalid(
                VALID.with(
                        "identities",
                        World.json("{'v':[" + identity + "]}").get("v").orElseThrow()),
                field,
                expected);
    }
}
