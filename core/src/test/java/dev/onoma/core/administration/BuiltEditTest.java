package dev.onoma.core.administration;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Edits that are built in code")
class BuiltEditTest {
    private final World world = World.of(Tables.connection(Tables.DATABASE));
    private User user;

    @BeforeEach
    void signedUp() {
        user = world.login("database", "{'sub':'1','name':'Ada','phone_number':'+491'}")
                .after();
    }

    @Test
    @DisplayName("A user's: set, remove and metadata in one")
    void byUser() {
        SelfServiceEdit edit = SelfServiceEdit.builder()
                .remove(PHONE_NUMBER)
                .userMetadata(World.json("{'a':1}"))
                .set(NAME, "Mine")
                .build();

        User after =
                world.selfService().edit(user.id(), edit).orElseThrow().after().orElseThrow();

        assertThat(after.name()).hasValue("Mine");
        assertThat(after.root().has(PHONE_NUMBER)).isFalse();
        assertThat(after.userMetadata()).isEqualTo(World.json("{'a':1}"));
    }

    @Test
    @DisplayName("An administrator's: both kinds of metadata as well")
    void byAdministrator() {
        AdministratorEdit edit = AdministratorEdit.builder()
                .userMetadata(World.json("{'a':1}"))
                .appMetadata(World.json("{'b':2}"))
                .verified(PHONE_NUMBER, true)
                .build();

        User after = world.administration()
                .edit(user.id(), edit)
                .orElseThrow()
                .after()
                .orElseThrow();

        assertThat(after.userMetadata()).isEqualTo(World.json("{'a':1}"));
        assertThat(after.appMetadata()).isEqualTo(World.json("{'b':2}"));
        assertThat(after.root().pair(PHONE_NUMBER).orElseThrow().isVerified()).isTrue();
    }

    @Test
    @DisplayName("Without a clock of the application's, times are the system's, in milliseconds")
    void systemClock() {
        Instant before = Instant.now();

        Administration.over(world.store, world.connections).block(user.id()).orElseThrow();
        assertThat(world.now(user).updatedAt())
                .isAfter(before.minusMillis(1))
                .isBefore(Instant.now().plusMillis(1));
        assertThat(world.now(user).updatedAt())
                .isEqualTo(world.now(user).updatedAt().truncatedTo(ChronoUnit.MILLIS));
        assertThat(SelfService.over(world.store, world.connections).profile(user.id()))
                .isPresent();
    }
}
