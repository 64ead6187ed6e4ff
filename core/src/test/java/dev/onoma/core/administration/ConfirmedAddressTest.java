package dev.onoma.core.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Editing addresses where these have to be confirmed")
class ConfirmedAddressTest {
    private final World world = World.of(Tables.connection(Tables.DATABASE).confirmAddresses());
    private final User user = world.login(
                    "database", "{'sub':'1','email':'ada@example.org','phone_number':'+491','name':'Ada'}")
            .after();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'set':{'email':'eve@example.org'}}",
                "{'set':{'email':null}}",
                "{'set':{'phone_number':'+492'}}",
                "{'set':{'phone_number':null}}",
                "{'set':{'name':'Eve','email':'eve@example.org'}}"
            })
    @DisplayName("a user sets and removes none, and nothing else of such a request is applied")
    void user(String edit) {
        ChangeResult result = world.userEdits(user, edit);

        assertThat(result.refusal().map(Refusal::code)).hasValue(RefusalCode.ATTRIBUTE_NOT_EDITABLE);
        assertThat(result.refusal().orElseThrow().message()).doesNotContain("eve", "+492");
        assertThat(world.now(user)).isEqualTo(user);
    }

    @Test
    @DisplayName("a user spells the same address otherwise, and edits everything else")
    void allowed() {
        world.userEdits(user, "{'set':{'email':'Ada@Example.org','name':'Ada L'}}")
                .orElseThrow();

        assertThat(world.now(user).email()).hasValue("Ada@Example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'set':{'email':'eve@example.org'}}",
                "{'set':{'email':null}}",
                "{'set':{'phone_number':'+492'}}",
                "{'set':{'email':'eve@example.org','email_verified':true}}"
            })
    @DisplayName("an administrator sets and removes them")
    void administrator(String edit) {
        assertThat(world.adminEdits(user, edit).orElseThrow().isChange()).isTrue();
    }

    @Test
    @DisplayName("without that option users edit their addresses, as before")
    void elsewhere() {
        World plain = World.of(Tables.connection(Tables.DATABASE));
        User other =
                plain.login("database", "{'sub':'1','email':'ada@example.org'}").after();

        assertThat(plain.userEdits(other, "{'set':{'email':'eve@example.org'}}").refusal())
                .isEmpty();
    }
}
