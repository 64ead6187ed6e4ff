package dev.onoma.testkit.assertions;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.link.LinkDecision;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.WarningCode;
import dev.onoma.core.sync.Decision;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a login. */
public final class LoginResultAssert extends AbstractAssert<LoginResultAssert, LoginResult> {
    LoginResultAssert(LoginResult actual) {
        super(actual, LoginResultAssert.class);
    }

    /** The login was accepted. */
    public LoginResultAssert isAccepted() {
        accepted();
        return this;
    }

    /** The login created its user. */
    public LoginResultAssert isCreated() {
        return hasOutcome(LoginOutcome.CREATED);
    }

    /** The login changed its user. */
    public LoginResultAssert isUpdated() {
        return hasOutcome(LoginOutcome.UPDATED);
    }

    /** The login changed nothing but the counters. */
    public LoginResultAssert isUnchanged() {
        return hasOutcome(LoginOutcome.UNCHANGED);
    }

    private LoginResultAssert hasOutcome(LoginOutcome outcome) {
        LoginOutcome is = accepted().outcome();
        if (is != outcome) {
            throw failure("Expected the login to be %s, but was %s", outcome.word(), is.word());
        }
        return this;
    }

    /** The login was refused with that code. */
    public LoginResultAssert isRefusedWith(RefusalCode code) {
        isNotNull();
        if (actual instanceof LoginResult.Accepted accepted) {
            throw failure(
                    "Expected a refusal with %s, but the login was accepted: %s",
                    code.code(), accepted.outcome().word());
        }
        LoginResult.Refused refused = (LoginResult.Refused) actual;
        if (refused.reason().code() != code) {
            throw failure("Expected a refusal with %s, but it was %s", code.code(), Words.of(refused.reason()));
        }
        return this;
    }

    /** The user after the login, which the assertion goes on about. */
    public UserAssert user() {
        return new UserAssert(accepted().after());
    }

    /** The decision about an attribute, which the assertion goes on about. */
    public DecisionAssert decision(RootAttribute attribute) {
        List<Decision> decisions = accepted().decisions();
        Optional<Decision> decision =
                decisions.stream().filter(one -> one.attribute() == attribute).findFirst();
        if (decision.isEmpty()) {
            throw failure("Expected a decision about %s, but there were %s", attribute.fieldName(), decisions);
        }
        return new DecisionAssert(decision.get());
    }

    /** There is no decision about the attribute: it was neither stored nor sent. */
    public LoginResultAssert hasNoDecision(RootAttribute attribute) {
        List<Decision> decisions = accepted().decisions();
        if (decisions.stream().anyMatch(one -> one.attribute() == attribute)) {
            throw failure("Expected no decision about %s, but there were %s", attribute.fieldName(), decisions);
        }
        return this;
    }

    /** The question whose login it is was decided in that way. */
    public LoginResultAssert hasLink(Class<? extends LinkDecision> decision) {
        isNotNull();
        if (!decision.isInstance(actual.link())) {
            throw failure(
                    "Expected the link decision %s, but was %s",
                    decision.getSimpleName(), actual.link().toJson().toJson());
        }
        return this;
    }

    /** There is a warning of that code about that claim. */
    public LoginResultAssert hasWarning(WarningCode code, String path) {
        LoginResult.Accepted accepted = accepted();
        boolean there = accepted.warnings().stream()
                .anyMatch(warning -> warning.code() == code && warning.path().equals(path));
        if (!there) {
            throw failure(
                    "Expected the warning %s at %s, but there were %s",
                    code.code(), path, Words.of(accepted.warnings()));
        }
        return this;
    }

    private LoginResult.Accepted accepted() {
        isNotNull();
        if (actual instanceof LoginResult.Refused refused) {
            throw failure("Expected the login to be accepted, but it was refused: %s", Words.of(refused.reason()));
        }
        return (LoginResult.Accepted) actual;
    }
}
