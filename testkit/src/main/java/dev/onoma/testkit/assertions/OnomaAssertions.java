package dev.onoma.testkit.assertions;

import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.sync.Decision;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;

/**
 * Where assertions begin. Their messages quote values, which the library's own never do: they are for tests.
 *
 * <pre>{@code
 * import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
 *
 * assertThat(profile).hasSubject("42").hasText(NAME, "Ada").hasVerifiedEmail("ada@example.org").hasNoWarnings();
 * assertThat(result).isCreated().decision(NAME).isSetTo("Ada").byRule("S2");
 * }</pre>
 *
 * <p>It goes beside AssertJ's own {@code assertThat}, imported in the same way.
 */
public final class OnomaAssertions {
    private OnomaAssertions() {}

    /** Begins an assertion about a normalized profile. */
    public static NormalizedProfileAssert assertThat(NormalizedProfile actual) {
        return new NormalizedProfileAssert(actual);
    }

    /** Begins an assertion about what became of claims. */
    public static NormalizationAssert assertThat(Normalization actual) {
        return new NormalizationAssert(actual);
    }

    /** Begins an assertion about a user. */
    public static UserAssert assertThat(User actual) {
        return new UserAssert(actual);
    }

    /** Begins an assertion about a login. */
    public static LoginResultAssert assertThat(LoginResult actual) {
        return new LoginResultAssert(actual);
    }

    /** Begins an assertion about what a login does to one root attribute. */
    public static DecisionAssert assertThat(Decision actual) {
        return new DecisionAssert(actual);
    }

    /** Begins an assertion about a change that is no login. */
    public static ChangeResultAssert assertThat(ChangeResult actual) {
        return new ChangeResultAssert(actual);
    }
}
