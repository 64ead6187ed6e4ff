package dev.onoma.examples.web;

import dev.onoma.core.login.LoginProof;
import dev.onoma.core.login.LoginResult;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LinkingAnswer;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.denial.DeniedException;
import java.util.List;
import java.util.Optional;

/** Signing in and linking: to a provider, and back from there. Thread-safe. */
final class Logins {
    private final List<OfferedProvider> providers;
    private final Accounts accounts;
    private final Sessions sessions;

    Logins(List<OfferedProvider> providers, Accounts accounts, Sessions sessions) {
        this.providers = providers;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    WebResponse start(WebRequest request, String connection) {
        return go(request.session(), connection, false, () -> accounts.flow().start(connection, "/"));
    }

    WebResponse startLinking(WebRequest request, String connection) {
        Session session = request.session();
        Optional<LoginProof> proof = session.login().flatMap(LoginResult.Accepted::proof);
        return proof.isEmpty()
                ? WebResponse.home(session, Notice.problem("Sign in before you link an account."))
                : go(session, connection, true, () -> accounts.flow().startLinking(connection, proof.get(), "/"));
    }

    private interface Start {
        StartedLogin start();
    }

    private WebResponse go(Session session, String connection, boolean linking, Start start) {
        if (providers.stream().noneMatch(offered -> offered.connection().equals(connection))) {
            return WebResponse.error(404, "There is no such provider.");
        }
        try {
            StartedLogin started = start.start();
            session.await(connection, new Session.Pending(started.handle(), linking));
            return WebResponse.goTo(started.redirectUri().toString());
        } catch (DeniedException unreachable) {
            return WebResponse.home(
                    session, Notice.notSignedIn(unreachable.denial().publicCode()));
        }
    }

    WebResponse callback(WebRequest request, String connection) {
        Session session = request.session();
        Callback callback =
                Callback.parse(request.query()).ip(request.address()).userAgent(request.userAgent());
        Optional<Session.Pending> pending = session.pending(connection);
        if (pending.isPresent() && pending.get().isLinking()) {
            return finishLinking(session, callback, pending.get().handle());
        }
        LoginAnswer answer = accounts.flow()
                .finish(callback, pending.map(Session.Pending::handle).orElse(""));
        Optional<LoginResult.Accepted> accepted = accepted(answer);
        if (accepted.isEmpty()) {
            return WebResponse.home(
                    session, Notice.notSignedIn(answer.publicCode().orElse("")));
        }
        Session fresh = sessions.replace(session);
        fresh.signIn(accepted.get());
        return WebResponse.goTo(answer.returnTo().orElse("/")).with(fresh);
    }

    private WebResponse finishLinking(Session session, Callback callback, String handle) {
        Optional<LoginProof> proof = session.login().flatMap(LoginResult.Accepted::proof);
        if (proof.isEmpty()) {
            return WebResponse.home(session, Notice.notSignedIn("login_restart"));
        }
        LinkingAnswer answer = accounts.flow().finishLinking(callback, handle, proof.get());
        return WebResponse.home(
                session,
                answer.isLinked()
                        ? Notice.done("The account is linked. From now on it leads here, too.")
                        : Notice.notSignedIn(answer.publicCode().orElse("")));
    }

    private static Optional<LoginResult.Accepted> accepted(LoginAnswer answer) {
        return answer instanceof LoginAnswer.Completed completed
                ? completed.result().accepted()
                : Optional.empty();
    }
}
