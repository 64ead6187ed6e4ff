package dev.onoma.core.administration;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Edits that arrive as JSON")
class EditRequestTest {
    private final World world = World.of(Tables.connection(Tables.DATABASE));
    private User user;

    @BeforeEach
    void signedUp() {
        user = world.login("database", "{'sub':'1','name':'Ada','email':'ada@example.org'}")
                .after();
    }

    @Test
    @DisplayName("set, remove and metadata together are one edit")
    void everything() {
        User after = world.adminEdits(
                        user,
                        "{'set':{'nickname':'al','name':null,'email_verified':true},"
                                + "'user_metadata':{'a':1},'app_metadata':{'b':2}}")
                .orElseThrow()
                .after()
                .orElseThrow();

        assertThat(after.name()).hasValue("al");
        assertThat(after.isEmailVerified()).isTrue();
        assertThat(after.userMetadata()).isEqualTo(World.json("{'a':1}"));
        assertThat(after.appMetadata()).isEqualTo(World.json("{'b':2}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'set':7}; INVALID_ATTRIBUTE; set must be an object, but is a number",
                "{'set':null}; INVALID_ATTRIBUTE; set must be an object, but is null",
                "{'set':{'name':7}}; INVALID_ATTRIBUTE; name must be a string, but is a number",
                "{'set':{'email':{}}}; INVALID_ATTRIBUTE; email must be a string, but is an object",
                "{'set':{'roles':'x'}}; INVALID_ATTRIBUTE; there is no root attribute of that name",
                "{'set':{'user_id':'x'}}; INVALID_ATTRIBUTE; there is no root attribute of that name",
                "{'set':{'blocked':'x'}}; INVALID_ATTRIBUTE; there is no root attribute of that name",
                "{'user_metadata':[]}; FORBIDDEN_METADATA; user_metadata must be an object, but is an array"
            })
    @DisplayName("What is wrong with a request refuses it, whoever asks, and names the part")
    void wrong(String request, RefusalCode code, String message) {
        for (ChangeResult result :
                new ChangeResult[] {world.userEdits(user, request), world.adminEdits(user, request)}) {
            assertThat(result.refusal().orElseThrow().code()).isEqualTo(code);
            assertThat(result.refusal().orElseThrow().message()).isEqualTo(message);
        }
        assertThat(world.now(user)).isEqualTo(user);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'set':{'email_verified':true}}; ATTRIBUTE_NOT_EDITABLE",
                "{'set':{'email_verified':null}}; ATTRIBUTE_NOT_EDITABLE",
                "{'set':{'phone_verified':false}}; ATTRIBUTE_NOT_EDITABLE",
                "{'set':{'email':'new@example.org','email_verified':true}}; ATTRIBUTE_NOT_EDITABLE",
                "{'app_metadata':{'role':'admin'}}; FORBIDDEN_METADATA",
                "{'app_metadata':null}; FORBIDDEN_METADATA",
                "{'blocked':false}; INVALID_ATTRIBUTE",
                "{'identities':[]}; INVALID_ATTRIBUTE"
            })
    @DisplayName("S7: a user never writes a verified flag, app_metadata, a block or identities")
    void notAUsers(String request, RefusalCode code) {
        ChangeResult result = world.userEdits(user, request);

        assertThat(result.refusal().orElseThrow().code()).isEqualTo(code);
        assertThat(world.now(user)).isEqualTo(user);
    }

    @Test
    @DisplayName("S7: the refusal of a flag says whose it is to write")
    void flagMessage() {
        assertThat(world.userEdits(user, "{'set':{'email_verified':true}}")
                        .refusal()
                        .orElseThrow()
                        .message())
                .isEqualTo("email_verified is not a user's to write; an administrator's edit, or a confirmation of the"
                        + " address, is");
        assertThat(world.userEdits(user, "{'app_metadata':{}}")
                        .refusal()
                        .orElseThrow()
                        .message())
                .isEqualTo("a user cannot write app_metadata");
    }

    @Test
    @DisplayName("An administrator's flag must be a boolean")
    void adminFlag() {
        assertThat(world.adminEdits(user, "{'set':{'email_verified':'true'}}")
                        .refusal()
                        .orElseThrow()
                        .message())
                .isEqualTo("email_verified must be a boolean, but is a string");
        assertThat(world.adminEdits(user, "{'set':{'email_verified':true}}").refusal())
                .isEmpty();
        assertThat(world.now(user).root().pair(EMAIL).orElseThrow().isVerified())
                .isTrue();
    }

    @Test
    @DisplayName("Of several mistakes the first is told")
    void first() {
        assertThat(world.userEdits(user, "{'set':{'name':7,'email_verified':true},'x':1}")
                        .refusal()
                        .orElseThrow()
                        .message())
                .isEqualTo("name must be a string, but is a number");
    }

    @Test
    @DisplayName("An empty request changes nothing")
    void empty() {
        assertThat(world.userEdits(user, "{}").orElseThrow().isChange()).isFalse();
        assertThat(world.userEdits(user, "{'set':{}}").orElseThrow().isChange()).isFalse();
    }
}
