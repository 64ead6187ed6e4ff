package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Previews of logins")
class PreviewTest {
    private static final String ADA = "{'sub':'1','name':'Ada','email':'ada@example.org'}";

    private final World world = World.of(Tables.connection(Tables.SOCIAL).linkPolicy(LinkPolicy.PROPOSE));

    private void equalsLogin(String claims) {
        LoginResult preview = world.logins.preview(World.loginOf("social", claims));
        LoginResult login = world.logins.login(World.loginOf("social", claims));

        assertThat(preview.toJson().without("preview")).isEqualTo(login.toJson());
        assertThat(preview.toJson().get("preview"))
                .isEqualTo(World.json("{'preview':true}").get("preview"));
        assertThat(login.toJson().has("preview")).isFalse();
        assertThat(preview.user()).isEqualTo(login.user());
        assertThat(preview.connection()).isEqualTo(login.connection());
    }

    @Test
    @DisplayName("A preview is what the login then becomes: created, proposed, updated, unchanged, refused")
    void equalsLogin() {
        equalsLogin(ADA);
        equalsLogin(ADA.replace("'1'", "'2'"));
        equalsLogin(ADA.replace("Ada", "Augusta"));
        equalsLogin(ADA.replace("Ada", "Augusta"));
        equalsLogin("{'name':'Nobody'}");
        world.administration().block(world.find("social|1").orElseThrow().id()).orElseThrow();
        equalsLogin(ADA);
    }

    @Test
    @DisplayName("A preview writes nothing and counts nothing, not even a blocked user's attempt")
    void writesNothing() {
        world.logins.preview(World.loginOf("social", ADA));
        assertThat(world.store.list(Optional.empty(), 1)).isEmpty();

        User user = world.login("social", ADA).after();
        world.logins.preview(World.loginOf("social", ADA.replace("Ada", "Augusta")));
        world.administration().block(user.id()).orElseThrow();
        User blocked = world.now(user);
        world.logins.preview(World.loginOf("social", ADA));

        assertThat(world.now(user)).isEqualTo(blocked);
        assertThat(blocked.counters()).isEqualTo(user.counters());
    }

    @Test
    @DisplayName("A preview pins no id space, and does not remember that it found one in place")
    void pinsNothing() {
        World spaced = world.configured(Tables.connection(Tables.SOCIAL).idSpace("app-1"));

        assertThat(spaced.logins.preview(World.loginOf("social", ADA)).refusal())
                .isEmpty();
        assertThat(world.store.pinned("social")).isEmpty();

        world.store.repin("social", "app-2");
        assertThat(spaced.logins.preview(World.loginOf("social", ADA)).refusal())
                .isPresent();
    }

    @Test
    @DisplayName("A preview tells no listener, and carries no proof")
    void silent() {
        List<LoginResult> told = new ArrayList<>();
        LoginProcessor logins =
                world.processor().listener((login, result) -> told.add(result)).build();

        LoginResult.Accepted preview = (LoginResult.Accepted) logins.preview(World.loginOf("social", ADA));

        assertThat(told).isEmpty();
        assertThat(preview.proof()).isEmpty();
        assertThat(preview.isPreview()).isTrue();
        assertThat(preview.toString()).endsWith(", preview]");
    }

    @Test
    @DisplayName("A login is no preview")
    void login() {
        assertThat(world.login("social", ADA).isPreview()).isFalse();
        assertThat(world.login("social", "{'sub':'1','name':'Ada','email':7}"))
                .hasToString("LoginResult[updated, ExistingIdentity, [name kept by S2 (on_each_login: the provider sent"
                        + " the value that is stored), nickname kept by M6 (on_each_login: nobody gave a value, and the"
                        + " derived one is unchanged), email kept by M2 (on_each_login: the provider sent a value that"
                        + " is not readable)], warnings=1]");
    }
}
