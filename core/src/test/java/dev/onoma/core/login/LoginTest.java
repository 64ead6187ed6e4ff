package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final Login LOGIN = World.loginOf("social", "{'sub':'1'}");

    @Test
    @DisplayName("carries where it came from, each part without disturbing the others")
    void parts() {
        Login login = LOGIN.ip("192.0.2.1").userAgent("Browser/1").clientId("app");

        assertThat(login.ip()).hasValue("192.0.2.1");
        assertThat(login.userAgent()).hasValue("Browser/1");
        assertThat(login.clientId()).hasValue("app");
        assertThat(login.connection()).isEqualTo("social");
        assertThat(login.claims()).isSameAs(LOGIN.claims());
        assertThat(LOGIN.ip()).isEmpty();
    }

    @Test
    @DisplayName("drops what no store would take, and what is blank or longer than 512 characters")
    void plain() {
        assertThat(LOGIN.ip(" 192.0.2.1\u0000 ").ip()).hasValue("192.0.2.1");
        assertThat(LOGIN.userAgent(" \u0000").userAgent()).isEmpty();
        assertThat(LOGIN.userAgent("x".repeat(512)).userAgent()).isPresent();
        assertThat(LOGIN.userAgent("x".repeat(513)).userAgent()).isEmpty();
    }

    @Test
    @DisplayName("that does not say where it came from leaves the last address as it was")
    void lastIp() {
        World world = World.of(Tables.connection(Tables.SOCIAL));
        world.login(LOGIN.ip("192.0.2.1"));

        User user = world.login(LOGIN).after();

        assertThat(user.counters().lastIp()).hasValue("192.0.2.1");
    }

    @Test
    @DisplayName("prints its connection and which sources there are, and nothing of what they hold")
    void string() {
        assertThat(LOGIN.ip("192.0.2.1")).hasToString("Login[social, Claims[USERINFO_RESPONSE]]");
    }
}
