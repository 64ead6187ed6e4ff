package dev.onoma.testkit.oauth;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** An issuer that misbehaves in one way, and a client that looks. */
record Scene(FakeIssuer issuer, RelyingParty client) {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    /** What is to be seen of a misbehaviour. */
    @FunctionalInterface
    interface Look {
        void at(Scene scene) throws Exception;
    }

    /** One test for each misbehaviour, each with an issuer of its own, of Google's shape: the one with most claims. */
    static Stream<DynamicTest> tests(Map<Misbehaviour, Look> looks) {
        return looks.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey().name(), () -> run(entry.getKey(), entry.getValue())));
    }

    private static void run(Misbehaviour misbehaviour, Look look) throws Exception {
        try (FakeIssuer issuer =
                FakeIssuer.google().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start()) {
            issuer.person(
                    Person.of("248289761001").with("email", "ada@example.org").with("hd", "example.org"));
            issuer.misbehave(misbehaviour);
            look.at(new Scene(issuer, new RelyingParty(issuer)));
        }
    }
}
