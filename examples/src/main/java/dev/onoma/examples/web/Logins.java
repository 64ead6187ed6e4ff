package dev.onoma.examples.web;

import dev.onoma.core.login.LoginProof;
import dev.onoma.core.login.LoginResult;
import dev.onoma.examples.web.server.Notice;
import dev.onoma.examples.web.server.Session;
import dev.onoma.examples.web.server.Sessions;
import dev.onoma.examples.web.server.WebRequest;
import dev.onoma.examples.web.server.WebResponse;
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
    private final Users users;
    private final Sessions sessions;

    Logins(List<OfferedProvider> providers, Users users, Sessions sessions) {
        this.providers = providers;
        this.users = users;
        this.sessions = sessions;
    }

    WebResponse start(WebRequest request, String connection) {
        return go(request.session(), connection, false, () -> users.flow().start(connection, "/"));
    }

    WebResponse startLinking(WebRequest request, String connection) {
        Session session = request.session();
        Optional<LoginProof> proof = session.login().flatMap(LoginResult.Accepted::proof);
        return proof.isEmpty()
                ? WebResponse.home(session, Notice.problem("Sign in before you link an account."))
                : go(session, connection, true, () -> users.flow().startLinking(connection, proof.get(), "/"));
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
            return WebResponse.home(session, notSignedIn(unreachable.denial().publicCode()));
        }
    }

    WebResponse callback(WebRequest request, String connection) {
        Session session = request.session();
        Callback callback = Callback.parse(request.query())
                .path(request.path())
                .ip(request.address())
                .userAgent(request.userAgent());
        Optional<Session.Pending> pending = session.pending(connection);
        if (pending.isPresent() && pending.get().isLinking()) {
            return finishLinking(session, callback, pending.get().handle());
        }
        long mark = sessions.mark();
        LoginAnswer answer = users.flow()
                .finish(callback, pending.map(Session.Pending::handle).orElse(""));
        Optional<LoginResult.Accepted> accepted = accepted(answer);
        if (accepted.isEmpty()) {
            return WebResponse.home(session, notSignedIn(answer.publicCode().orElse("")));
        }
        return WebResponse.goTo(answer.returnTo().orElse("/")).with(sessions.signIn(session, accepted.get(), mark));
    }

    private WebResponse finishLinking(Session session, Callback callback, String handle) {
        Optional<LoginProof> proof = session.login().flatMap(LoginResult.Accepted::proof);
        if (proof.isEmpty()) {
            return WebResponse.home(session, notSignedIn("login_restart"));
        }
        LinkingAnswer answer = users.flow().finishLinking(callback, handle, proof.get());
        return WebResponse.home(
                session,
                answer.isLinked()
                        ? Notice.done("The account is linked. From now on it leads here, too.")
                        : notSignedIn(answer.publicCode().orElse("")));
    }

    private static Optional<LoginResult.Accepted> accepted(LoginAnswer answer) {
        return answer instanceof LoginAnswer.Completed completed
                ? completed.result().accepted()
                : Optional.empty();
    }

    /** What a person may be told of a login that was not accepted, by its public code. */
    private static Notice notSignedIn(String publicCode) {
        return Notice.problem(
                switch (publicCode) {
                    case "access_denied" -> "You turned back at the provider, so nobody was signed in.";
                    case "provider_unavailable" -> "The provider cannot be reached at the moment. Try again later.";
                    case "login_restart" -> "That sign-in had expired or was used before. Start again.";
                    case "same_user" -> "That account is yours already.";
                    case "login_not_recent" ->
                        "To link another account, sign in again first: that login was used, or is ten minutes old.";
                    case "login_refused" ->
                        "That account may not sign in here. Under \"Never on login\" only known users may.";
                    default -> "The provider's answer could not be accepted (" + publicCode + ").";
                });
    }
}
