package dev.onoma.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.testkit.fixture.Fixture;
import dev.onoma.testkit.fixture.FixtureRun;
import dev.onoma.testkit.fixture.Fixtures;
import dev.onoma.testkit.provider.ClaimRules;
import dev.onoma.testkit.provider.LoginRules;
import dev.onoma.testkit.provider.SubjectRules;
import dev.onoma.testkit.provider.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every provider keeps, whatever its table. Extend it with one method, and put recorded documents into
 * {@code src/test/resources/fixtures}; see {@link Fixture} for their form.
 *
 * <pre>{@code
 * class GithubContractTest extends ProviderContract {
 *     @Override
 *     protected Connection.Builder connection(String name) {
 *         return Github.connection(name);
 *     }
 * }
 * }</pre>
 *
 * <p>Each fixture is a test by the name of what it is {@code about}. Each rule is then tried with each fixture that
 * gives a profile, by changing its claims: one fixture for each shape that the provider's documents have is worth more
 * than many of one shape.
 */
public abstract class ProviderContract {
    /** For those who extend it. */
    protected ProviderContract() {}

    /** The provider's preset for a connection of that name, anew at each call. */
    protected abstract Connection.Builder connection(String name);

    /** The fixtures. Default: those of the folder {@code fixtures} on the test's class path. */
    protected List<Fixture> fixtures() {
        return Fixtures.onClassPath(getClass(), "fixtures");
    }

    /** What a fixture's {@code document} is. Default: a userinfo response. */
    protected Evidence documentEvidence() {
        return Evidence.USERINFO_RESPONSE;
    }

    /**
     * The claim that names the space which the provider's subjects are unique in, as its table has it. Default: none.
     */
    protected Optional<String> subjectSpace() {
        return Optional.empty();
    }

    /**
     * What stands between the provider's documents and the library, such as the removal of an envelope. Default:
     * nothing. Whatever it does has to keep the contract as well.
     */
    protected Claims received(Claims claims) {
        return claims;
    }

    @TestFactory
    @DisplayName("each fixture gives what it expects")
    Stream<DynamicTest> fixturesAreKept() {
        return trials().stream()
                .map(trial -> DynamicTest.dynamicTest(
                        trial.fixture().about(),
                        () -> FixtureRun.of(trial.fixture(), trial.normalize()).check()));
    }

    @Test
    @DisplayName("some fixture gives a profile, and each says what it shows in words of its own")
    void fixturesShowSomething() {
        assertThat(fixtures())
                .as("fixtures that give a profile")
                .anyMatch(fixture -> fixture.expectedProfile().isPresent());
        assertThat(fixtures().stream().map(Fixture::about)).doesNotHaveDuplicates();
    }

    @TestFactory
    @DisplayName("each fixture names the https address of its source")
    Stream<DynamicTest> fixturesNameTheirSource() {
        return fixtures().stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.name(), () -> assertThat(fixture.source()).startsWith("https://")));
    }

    @TestFactory
    @DisplayName("M1: the subject comes from a stable id, not from an address, a user name or a name")
    Stream<DynamicTest> subjectIsStable() {
        return forEachProfile(SubjectRules::comesFromAStableId);
    }

    @TestFactory
    @DisplayName("M1: nothing stands in for a missing subject, and an unusable one is not repaired")
    Stream<DynamicTest> subjectIsNeitherReplacedNorRepaired() {
        return forEachProfile(SubjectRules::isNeitherReplacedNorRepaired);
    }

    @TestFactory
    @DisplayName("M1: an acceptable subject is kept exactly, digit by digit")
    Stream<DynamicTest> subjectIsKeptExactly() {
        return forEachProfile(SubjectRules::isKeptExactly);
    }

    @TestFactory
    @DisplayName("M2: a claim of another type refuses no login, and no text is made of it")
    Stream<DynamicTest> claimsNeverRefuse() {
        return forEachProfile(ClaimRules::neverRefuseForTheirType);
    }

    @TestFactory
    @DisplayName("M2: no message, warning or toString tells a value of the claims")
    Stream<DynamicTest> nothingTellsValues() {
        return trials().stream()
                .map(trial -> DynamicTest.dynamicTest(trial.fixture().about(), () -> LoginRules.tellNoValues(trial)));
    }

    @TestFactory
    @DisplayName("M4: an address and its verified flag come from one source")
    Stream<DynamicTest> pairComesFromOneSource() {
        return forEachProfile(ClaimRules::pairComesFromOneSource);
    }

    @TestFactory
    @DisplayName("M5: two sources that speak of two subjects are refused")
    Stream<DynamicTest> subjectIsTheSameInAllSources() {
        return forEachProfile(SubjectRules::isTheSameInAllSources);
    }

    @TestFactory
    @DisplayName("M7: a claim writes no field of a user by bearing its name")
    Stream<DynamicTest> claimsWriteNoFieldByName() {
        return forEachProfile(ClaimRules::writeNoFieldByName);
    }

    @TestFactory
    @DisplayName("M7: a new user has no metadata, is not blocked, and has the id of its identity, whatever is claimed")
    Stream<DynamicTest> claimsGrantNothing() {
        return forEachProfile(LoginRules::grantNothing);
    }

    @TestFactory
    @DisplayName("M9: over OpenID Connect, iat, exp, nonce, at_hash and jti change nothing")
    Stream<DynamicTest> protocolIsNoProfile() {
        return connection("contract").build().provider().isOpenIdConnect()
                ? forEachProfile(ClaimRules::leaveOutTheProtocol)
                : Stream.empty();
    }

    @Test
    @DisplayName("S10: the same claims give the same profile, whatever came before")
    void normalizingIsPure() {
        List<Trial> trials = profiles();
        List<JsonObject> first = new ArrayList<>();
        trials.forEach(trial -> first.add(profile(trial)));
        for (int i = trials.size() - 1; i >= 0; i--) {
            assertThat(profile(trials.get(i)).toJson())
                    .as(trials.get(i).fixture().about())
                    .isEqualTo(first.get(i).toJson());
        }
    }

    @TestFactory
    @DisplayName("S10: the second login with the same claims changes nothing but the counters")
    Stream<DynamicTest> loginsAreIdempotent() {
        return forEachProfile(LoginRules::areIdempotent);
    }

    private static JsonObject profile(Trial trial) {
        return trial.normalize() instanceof NormalizedProfile profile ? profile.toJson() : JsonObject.EMPTY;
    }

    private Stream<DynamicTest> forEachProfile(Consumer<Trial> rule) {
        return profiles().stream()
                .map(trial -> DynamicTest.dynamicTest(trial.fixture().about(), () -> trial.keeps(rule)));
    }

    private List<Trial> profiles() {
        return trials().stream()
                .filter(trial -> trial.fixture().expectedProfile().isPresent())
                .toList();
    }

    private List<Trial> trials() {
        return fixtures().stream()
                .map(fixture -> new Trial(
                        fixture, () -> connection("contract"), documentEvidence(), this::received, subjectSpace()))
                .toList();
    }
}
