package dev.onoma.testkit.assertions;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.sync.Action;
import dev.onoma.core.sync.Decision;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions about what a login does to one root attribute. */
public final class DecisionAssert extends AbstractAssert<DecisionAssert, Decision> {
    DecisionAssert(Decision actual) {
        super(actual, DecisionAssert.class);
    }

    /** The attribute takes that value, which the login gives. */
    public DecisionAssert isSetTo(String text) {
        return is(Action.SET).leaves(text);
    }

    /** The attribute takes that value, which is derived. */
    public DecisionAssert isDerivedAs(String text) {
        return is(Action.DERIVED).leaves(text);
    }

    /** The attribute stays as it is. */
    public DecisionAssert isKept() {
        return is(Action.KEPT);
    }

    /** The attribute is set no longer. */
    public DecisionAssert isCleared() {
        return is(Action.CLEARED);
    }

    /** The rule of that number decided, such as {@code S2}. */
    public DecisionAssert byRule(String rule) {
        isNotNull();
        if (!actual.rule().equals(rule)) {
            throw failure("Expected rule %s to decide, but: %s", rule, shown());
        }
        return this;
    }

    /** The attribute is that owner's afterwards. */
    public DecisionAssert ownedBy(Owner owner) {
        isNotNull();
        if (!actual.owner().equals(Optional.of(owner))) {
            throw failure("Expected %s to own it afterwards, but: %s", owner.name(), shown());
        }
        return this;
    }

    private DecisionAssert is(Action action) {
        isNotNull();
        if (actual.action() != action) {
            throw failure("Expected %s to be %s, but: %s", actual.attribute().fieldName(), action.word(), shown());
        }
        return this;
    }

    private DecisionAssert leaves(String text) {
        Optional<OwnedValue> after = actual.after();
        if (!after.map(owned -> owned.value().text()).equals(Optional.of(text))) {
            throw failure(
                    "Expected %s to become \"%s\", but: %s", actual.attribute().fieldName(), text, shown());
        }
        return this;
    }

    private String shown() {
        return actual + "; before: " + Words.of(actual.before()) + "; after: " + Words.of(actual.after());
    }
}
