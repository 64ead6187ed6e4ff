package dev.onoma.testkit.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The misbehaviours")
class MisbehaviourTest {
    @Test
    @DisplayName("are each seen on the wire by a test")
    void complete() {
        var seen = Stream.of(
                        CallbackMisbehaviourTest.LOOKS,
                        ClaimMisbehaviourTest.LOOKS,
                        SignatureMisbehaviourTest.LOOKS,
                        EndpointMisbehaviourTest.TOKENS,
                        EndpointMisbehaviourTest.KEYS,
                        EndpointMisbehaviourTest.USERINFO,
                        EndpointMisbehaviourTest.DISCOVERY,
                        FakeFacebookTest.LOOKS,
                        FakeOAuthTest.LOOKS)
                .map(Map::keySet)
                .flatMap(java.util.Set::stream);

        assertThat(seen).containsExactlyInAnyOrder(Misbehaviour.values());
    }

    @Test
    @DisplayName("can be several at once, replace those before, and end")
    void several() {
        try (FakeIssuer issuer = FakeIssuer.start()) {
            issuer.person(Person.of("1").with("email", "ada@example.org"));
            RelyingParty client = new RelyingParty(issuer);

            issuer.misbehave(Misbehaviour.MISSING_NONCE, Misbehaviour.WRONG_AUDIENCE, Misbehaviour.DUPLICATE_CLAIMS);
            String claims = RelyingParty.part(client.idToken(), 1);
            issuer.misbehave(Misbehaviour.MISSING_NONCE);
            var fewer = RelyingParty.claims(client.idToken());
            issuer.behave();
            var right = RelyingParty.claims(client.idToken());

            assertThat(claims)
                    .contains("\"aud\":\"another-client\"", "\"aud\":\"again\"")
                    .doesNotContain("nonce");
            assertThat(RelyingParty.text(fewer, "aud")).isEqualTo("onoma-client");
            assertThat(fewer.has("nonce")).isFalse();
            assertThat(right.has("nonce")).isTrue();
        }
    }
}
