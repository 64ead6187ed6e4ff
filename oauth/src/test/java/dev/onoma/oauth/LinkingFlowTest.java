package dev.onoma.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.login.LoginProof;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.world.Journey;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LinkingFlowTest {
    private final Journey journey = new Journey();
    private final LoginFlow flow = journey.flow(journey.client().build())
            .client(journey.client("second").build())
            .build();
    private LoginProof ana;

    @BeforeEach
    void signIn() {
        ana = login("ana");
        journey.writes.clear();
    }

    @AfterEach
    void close() {
        journey.close();
    }

    private LoginProof login(String person) {
        journey.provider.person(person);
        StartedLogin started = flow.start(Journey.CONNECTION, "/");
        LoginAnswer answer = flow.finish(Journey.answerTo(started), started.handle());
        return ((LoginAnswer.Completed) answer)
                .result()
                .accepted()
                .flatMap(LoginResult.Accepted::proof)
                .orElseThrow();
    }

    @Test
    @DisplayName("the account that a signed-in user logs in with at another connection joins them")
    void linked() {
        journey.provider.person("anas-other-account");
        StartedLogin started = flow.startLinking("second", ana, "/settings");

        LinkingAnswer answer = flow.finishLinking(Journey.answerTo(started), started.handle(), ana);

        assertThat(answer.isLinked()).isTrue();
        assertThat(answer.publicCode()).isEmpty();
        assertThat(answer.login().returnTo()).contains("/settings");
        ChangeResult.Done done = (ChangeResult.Done) answer.change().orElseThrow();
        assertThat(done.after().orElseThrow().id().value()).isEqualTo("developer|ana");
        assertThat(done.after().orElseThrow().identities()).hasSize(2);
        journey.assertSilent(java.util.List.of(answer, ana), started);
    }

    @Test
    @DisplayName("another user who is signed in when the browser comes back cannot finish it")
    void otherUser() {
        LoginProof eve = login("eve");
        journey.writes.clear();
        int before = journey.provider.requests().size();
        StartedLogin started = flow.startLinking("second", ana, "/");

        LinkingAnswer answer = flow.finishLinking(Journey.answerTo(started), started.handle(), eve);

        journey.assertDenied(answer.login(), DenialCode.USER_MISMATCH, started, before);
        assertThat(answer.isLinked()).isFalse();
        assertThat(answer.change()).isEmpty();
        assertThat(answer.publicCode()).contains("login_restart");
    }

    @Test
    @DisplayName("a login cannot be finished as a linking, nor a linking as a login")
    void notTheOther() {
        StartedLogin login = flow.start("second", "/");
        StartedLogin linking = flow.startLinking("second", ana, "/");
        int before = journey.provider.requests().size();

        LinkingAnswer asLinking = flow.finishLinking(Journey.answerTo(login), login.handle(), ana);
        LoginAnswer asLogin = flow.finish(Journey.answerTo(linking), linking.handle());

        journey.assertDenied(asLinking.login(), DenialCode.INVALID_TRANSACTION, login, before);
        journey.assertDenied(asLogin, DenialCode.INVALID_TRANSACTION, linking, before);
    }

    @Test
    @DisplayName("linking needs a recent login of the user that stays")
    void notRecent() {
        StartedLogin started = flow.startLinking("second", ana, "/");
        journey.provider.person("other");
        journey.clock.advance(Duration.ofMinutes(10));
        assertThat(flow.finishLinking(Journey.answerTo(started), started.handle(), ana)
                        .isLinked())
                .isTrue();
        LoginProof bob = login("bob");
        journey.clock.advance(Duration.ofMinutes(2));
        StartedLogin late = flow.startLinking("second", bob, "/");
        journey.provider.person("bobs");
        journey.clock.advance(Duration.ofMinutes(9));

        LinkingAnswer answer = flow.finishLinking(Journey.answerTo(late), late.handle(), bob);

        assertThat(answer.isLinked()).isFalse();
        assertThat(answer.change().flatMap(ChangeResult::refusal).orElseThrow().code())
                .isEqualTo(RefusalCode.LOGIN_NOT_RECENT);
        assertThat(answer.publicCode()).contains("login_not_recent");
    }

    @Test
    @DisplayName("an account that belongs to the user already changes nothing")
    void sameUser() {
        journey.provider.person("ana");
        StartedLogin started = flow.startLinking(Journey.CONNECTION, ana, "/");

        LinkingAnswer answer = flow.finishLinking(Journey.answerTo(started), started.handle(), ana);

        assertThat(answer.publicCode()).contains("same_user");
    }

    @Test
    @DisplayName("a flow without linking says so")
    void without() {
        LoginFlow plain = LoginFlow.builder(journey.processor, journey.key)
                .client(journey.client().build())
                .clock(journey.clock)
                .build();

        assertThatThrownBy(() -> plain.finishLinking(Callback.parse(""), "", ana))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the flow was built without linking(…)");
    }
}
