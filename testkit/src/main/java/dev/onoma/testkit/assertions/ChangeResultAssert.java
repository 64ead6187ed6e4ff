package dev.onoma.testkit.assertions;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a change that is no login. */
public final class ChangeResultAssert extends AbstractAssert<ChangeResultAssert, ChangeResult> {
    ChangeResultAssert(ChangeResult actual) {
        super(actual, ChangeResultAssert.class);
    }

    /** The change was done, and changed something. */
    public ChangeResultAssert isChanged() {
        if (!done().isChange()) {
            throw failure("Expected a change, but there was nothing to do");
        }
        return this;
    }

    /** The change was allowed, but there was nothing to do. */
    public ChangeResultAssert isUnchanged() {
        if (done().isChange()) {
            throw failure("Expected nothing to do, but there was a change");
        }
        return this;
    }

    /** The change was refused with that code. */
    public ChangeResultAssert isRefusedWith(RefusalCode code) {
        isNotNull();
        Optional<Refusal> refusal = actual.refusal();
        if (refusal.isEmpty()) {
            throw failure("Expected a refusal with %s, but the change was done", code.code());
        }
        if (refusal.get().code() != code) {
            throw failure("Expected a refusal with %s, but it was %s", code.code(), Words.of(refusal.get()));
        }
        return this;
    }

    /** The user after the change, which the assertion goes on about. */
    public UserAssert user() {
        return user("after", done().after());
    }

    /** Of a link the user that went, of an unlink the one that came, which the assertion goes on about. */
    public UserAssert other() {
        return user("beside", done().other());
    }

    private UserAssert user(String which, Optional<User> user) {
        return new UserAssert(
                user.orElseThrow(() -> failure("Expected a user %s the change, but there is none", which)));
    }

    private ChangeResult.Done done() {
        isNotNull();
        if (actual instanceof ChangeResult.Refused refused) {
            throw failure("Expected the change to be done, but it was refused: %s", Words.of(refused.reason()));
        }
        return (ChangeResult.Done) actual;
    }
}
