package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoginListenerTest {
    private static final Login ADA = World.loginOf("social", "{'sub':'1','name':'Ada'}");

    private final World world = World.of(Tables.connection(Tables.SOCIAL));

    @Test
    @DisplayName("is told after the write: the user is in the store by then")
    void afterTheWrite() {
        List<Optional<User>> seen = new ArrayList<>();
        LoginProcessor logins = world.processor()
                .listener((login, result) -> seen.add(world.find("social|1")))
                .build();

        LoginResult result = logins.login(ADA);

        assertThat(seen).containsExactly(result.user());
    }

    @Test
    @DisplayName("is told of what was asked and what became of it, once for each login, in the listeners' order")
    void told() {
        List<Object> seen = new ArrayList<>();
        LoginProcessor logins = world.processor()
                .listener((login, result) -> seen.addAll(List.of("first", login, result)))
                .listener((login, result) -> seen.add("second"))
                .build();

        LoginResult result = logins.login(ADA);

        assertThat(seen).containsExactly("first", ADA, result, "second");
    }

    @Test
    @DisplayName("is told of refused logins, too")
    void refused() {
        List<RefusalCode> seen = new ArrayList<>();
        LoginProcessor logins = world.processor()
                .listener((login, result) ->
                        seen.add(result.refusal().orElseThrow().code()))
                .build();

        logins.login(World.loginOf("elsewhere", "{'sub':'1'}"));
        logins.login(World.loginOf("social", "{}"));

        assertThat(seen).containsExactly(RefusalCode.UNKNOWN_CONNECTION, RefusalCode.MISSING_SUBJECT);
    }

    @Test
    @DisplayName("that throws changes nothing: the login stands, and the next listener is told")
    void throwing() {
        List<LoginResult> seen = new ArrayList<>();
        LoginProcessor logins = world.processor()
                .listener((login, result) -> {
                    throw new IllegalStateException("marker " + result.user());
                })
                .listener((login, result) -> seen.add(result))
                .build();

        String log = logged(() -> logins.login(ADA));

        assertThat(world.find("social|1")).isPresent();
        assertThat(seen)
                .singleElement()
                .satisfies(result -> assertThat(result.user()).isEqualTo(world.find("social|1")));
        assertThat(log)
                .contains("login listener", "java.lang.IllegalStateException", "LoginListenerTest")
                .doesNotContain("marker");
    }

    /** The module reads no logging library, so its logger writes to the console. */
    private static String logged(Runnable step) {
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            step.run();
        } finally {
            System.setErr(console);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
