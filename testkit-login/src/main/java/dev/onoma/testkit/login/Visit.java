package dev.onoma.testkit.login;

import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.testkit.oauth.FakeBrowser;

/** One login of a {@link Visitor}, between the button and the answer. Its text form tells nothing of it. */
public final class Visit {
    private final LoginFlow flow;
    private final StartedLogin started;

    Visit(LoginFlow flow, StartedLogin started) {
        this.flow = flow;
        this.started = started;
    }

    /** The login as the application started it: where the browser is sent, and the handle that it keeps. */
    public StartedLogin started() {
        return started;
    }

    /**
     * Goes to the provider, and is sent back.
     *
     * @return what the browser brings, as {@link FakeBrowser#callback} gives it; a new code at each call
     * @throws IllegalStateException when the provider does not send the browser back
     */
    public String callback() {
        return FakeBrowser.callback(started.redirectUri());
    }

    /** Goes to the provider, and finishes the login with what it sends. */
    public LoginAnswer finish() {
        return finish(callback());
    }

    /**
     * Finishes the login with something else.
     *
     * @param callback the parameters as they are encoded, without a question mark
     */
    public LoginAnswer finish(String callback) {
        return flow.finish(Callback.parse(callback), started.handle());
    }

    @Override
    public String toString() {
        return "Visit";
    }
}
