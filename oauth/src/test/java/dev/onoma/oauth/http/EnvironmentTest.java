package dev.onoma.oauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An environment")
class EnvironmentTest {
    private static final OAuthLimits NARROW = OAuthLimits.STANDARD.with(OAuthLimit.CALL_MILLIS, 100);

    @Test
    @DisplayName("has one way to providers, the same for whoever asks")
    void oneWay() {
        Environment environment = Environment.standard();

        assertThat(environment.http()).isInstanceOf(ProviderHttp.class).isSameAs(environment.http());
        assertThat(environment.clock(TestClock.fixed()).http()).isSameAs(environment.http());
    }

    @Test
    @DisplayName("keeps what it is not told otherwise")
    void withers() {
        HttpExchange own = call -> HttpReply.json("{}");
        TestClock clock = TestClock.fixed();

        Environment environment = Environment.within(NARROW).http(own).clock(clock);

        assertThat(environment.http()).isSameAs(own);
        assertThat(environment.clock()).isSameAs(clock);
        assertThat(environment.limits()).isEqualTo(NARROW);
        assertThat(Environment.standard().limits()).isEqualTo(OAuthLimits.STANDARD);
        assertThat(environment).hasToString("Environment[OAuthLimits{CALL_MILLIS=100}]");
    }
}
