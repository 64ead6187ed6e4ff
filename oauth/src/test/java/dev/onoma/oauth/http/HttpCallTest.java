package dev.onoma.oauth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallTest {
    private static final URI ADDRESS = URI.create("https://zq7.example/zq7?zq7");

    @Test
    @DisplayName("prints neither address nor content")
    void text() {
        assertThat(HttpCall.get(ADDRESS, BodyKind.USERINFO).bearer("zq7")).hasToString("HttpCall[GET, USERINFO]");
        assertThat(HttpCall.post(ADDRESS, BodyKind.TOKEN, "zq7")).hasToString("HttpCall[POST, TOKEN]");
        assertThat(new HttpReply(200, Map.of("zq7", "zq7"), "zq7".getBytes(StandardCharsets.UTF_8)))
                .hasToString("HttpReply[200, 3 bytes]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zq7\r\nX: y", "zq7\u0000", "zq7ü", "zq7\u007f"})
    @DisplayName("a header that could not be sent is refused without being quoted")
    void header(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpCall.get(ADDRESS, BodyKind.USERINFO).bearer(value))
                .withMessage("header Authorization must be visible ASCII characters and spaces")
                .withNoCause();
    }

    @Test
    @DisplayName("goes by https, or stays on this machine")
    void address() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpCall.get(URI.create("http://zq7.example/"), BodyKind.JWKS))
                .withMessage("an address of a provider must be https, or http on the loopback host");
    }

    @Test
    @DisplayName("a deadline shortens what a call may take, and lengthens nothing")
    void deadline() {
        List<Duration> times = new ArrayList<>();
        HttpExchange http = call -> {
            times.add(call.time().orElseThrow());
            return HttpReply.json("{}");
        };
        HttpCall call = HttpCall.get(ADDRESS, BodyKind.JWKS);

        Deadline.in(Duration.ofSeconds(60)).bound(http).send(call.atMost(Duration.ofSeconds(1)));
        Deadline.in(Duration.ofSeconds(60)).bound(http).send(call.atMost(Duration.ofHours(1)));
        Deadline.in(Duration.ZERO).bound(http).send(call);

        assertThat(times.get(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(times.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
        assertThat(times.get(2)).isEqualTo(Duration.ZERO);
    }
}
