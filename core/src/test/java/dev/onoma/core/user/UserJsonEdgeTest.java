package dev.onoma.core.user;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("JSON that has the types of a user's, but is none")
class UserJsonEdgeTest {
    private static final JsonObject VALID = World.json("{'user_id':'c|1','name':'Ada','email':'a@example.org',"
            + "'identities':[{'connection':'c','provider':'c','user_id':'1'}],"
            + "'created_at':'2026-01-01T00:00:00Z','owners':{'name':'c','email':'c'}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "user_id; ''; user_id",
                "email; 'no address'; email",
                "owners; {'email':'c'}; owners.name",
                "owners; {'name':'c','email':7}; owners.email",
                "logins_count; -1; logins_count",
                "identities; [7,{'connection':'c','provider':'c','user_id':'1'}]; identities"
            })
    @DisplayName("is refused by name, not by a runtime exception now or at the user's next login")
    void refused(String field, String value, String named) {
        JsonObject json =
                VALID.with(field, World.json("{'v':" + value + "}").get("v").orElseThrow());

        assertThatThrownBy(() -> UserJson.read(json))
                .isInstanceOf(InvalidUserException.class)
                .hasMessageStartingWith("field \"" + named + "\" must be ");
    }
}
