package dev.onoma.oauth;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.user.ChangeResult;
import java.util.Optional;

/**
 * What became of linking another account to a signed-in user: the login with that account, and what linking did if the
 * login was accepted. Immutable.
 */
public final class LinkingAnswer {
    private final LoginAnswer login;
    private final Optional<ChangeResult> change;

    LinkingAnswer(LoginAnswer login, Optional<ChangeResult> change) {
        this.login = requireNonNull(login, "login");
        this.change = requireNonNull(change, "change");
    }

    /** The login with the other account. */
    public LoginAnswer login() {
        return login;
    }

    /** What linking did, or why it was refused; empty when the login was not accepted. */
    public Optional<ChangeResult> change() {
        return change;
    }

    /** Whether the account is linked now. */
    public boolean isLinked() {
        return change.isPresent() && change.get().refusal().isEmpty();
    }

    /** What a browser may be told of why the account is not linked; empty when it is. */
    public Optional<String> publicCode() {
        return login.publicCode().or(() -> change.flatMap(ChangeResult::refusal).map(refusal -> refusal.publicCode()));
    }

    @Override
    public String toString() {
        return "LinkingAnswer[" + login + ", " + (isLinked() ? "linked" : "not linked") + "]";
    }
}
