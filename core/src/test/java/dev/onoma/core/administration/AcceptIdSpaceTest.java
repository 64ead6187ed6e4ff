package dev.onoma.core.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Accepting another id space")
class AcceptIdSpaceTest {
    private final World world = World.of(Tables.connection(Tables.COMPANY).idSpace("one"));

    @Test
    @DisplayName("M1: logins of a connection that was pointed elsewhere are refused until it is accepted by name")
    void accepted() {
        world.login("company", "{'sub':'1'}");
        World elsewhere = world.configured(Tables.connection(Tables.COMPANY).idSpace("two"));
        assertThat(elsewhere.refused("company", "{'sub':'1'}").reason().code()).isEqualTo(RefusalCode.ID_SPACE_CHANGED);

        elsewhere.administration().acceptIdSpace("company", elsewhere.store);

        assertThat(elsewhere.login("company", "{'sub':'1'}").after().id().value())
                .isEqualTo("company|1");
    }

    @Test
    @DisplayName("M1: a connection that was pinned and names no id space any more is pointed elsewhere, too")
    void leftOut() {
        world.login("company", "{'sub':'1'}");

        World nowhere = world.configured(Tables.connection(Tables.COMPANY));

        assertThat(nowhere.refused("company", "{'sub':'1'}").reason().code()).isEqualTo(RefusalCode.ID_SPACE_CHANGED);
    }

    @Test
    @DisplayName("names a connection that is configured")
    void unknown() {
        assertThatThrownBy(() -> world.administration().acceptIdSpace("nobody", world.store))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no connection of that name is configured");
    }
}
