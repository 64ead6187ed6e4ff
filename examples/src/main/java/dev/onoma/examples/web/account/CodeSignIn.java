package dev.onoma.examples.web.account;

import dev.onoma.core.login.LoginResult;
import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.Session;
import dev.onoma.examples.web.server.Sessions;
import dev.onoma.examples.web.server.WebRequest;
import dev.onoma.examples.web.server.WebResponse;
import dev.onoma.providers.database.passwordless.CodeLogins;
import dev.onoma.providers.database.passwordless.CodeStart;
import java.util.List;
import java.util.Optional;

/** Signing in with a code that is sent by e-mail, or with the link beside it. */
final class CodeSignIn {
    private static final String CONNECTION = OwnAccounts.WITH_CODE.name();
    private static final Html ANOTHER = new Html("<p class=\"ways\"><a href=\"/code\">Ask for another code</a></p>");
    /** One sentence for all that fail: which of these it was, a stranger must not learn. */
    private static final String REFUSED =
            "That is wrong, used, too old, tried too often, or asked for in another browser. Check it, or ask again.";

    private final CodeLogins codes;
    private final Sessions sessions;
    private final FormPage ask;
    private final FormPage enter;
    private final FormPage link;

    CodeSignIn(Layout layout, CodeLogins codes, Sessions sessions) {
        this.codes = codes;
        this.sessions = sessions;
        this.ask = new FormPage(
                layout,
                "Sign in with a code",
                "We send you six digits. Whoever has no account here gets one with them.",
                new Html("<p class=\"ways\"><a href=\"/login\">Sign in with a password</a></p>"));
        this.enter = new FormPage(
                layout,
                "Type the code",
                "We have written to that address. The code is good for three minutes.",
                ANOTHER);
        this.link = new FormPage(layout, "Sign in", "With the link that you were sent.", ANOTHER);
    }

    WebResponse showAsk(WebRequest request) {
        return ask.show(askForm(request), Optional.empty());
    }

    WebResponse submitAsk(WebRequest request) {
        String address = request.field("email").strip();
        CodeStart start = codes.start(address, request.origin());
        if (start instanceof CodeStart.Sent sent) {
            // What binds the code to this browser: only the browser with this session can use it.
            request.session().await(CONNECTION, new Session.Pending(sent.handle(), false));
            return WebResponse.goTo("/code/enter");
        }
        return ask.again(askForm(request), Problem.ofAddress(address).orElse(Problem.TOO_MANY_MESSAGES));
    }

    WebResponse showEnter(WebRequest request) {
        return enter.show(enterForm(request), Optional.empty());
    }

    WebResponse submitEnter(WebRequest request) {
        long mark = sessions.mark();
        LoginResult result = codes.finish(handle(request), request.field("code"), request.origin());
        return signedIn(request, result, mark)
                .orElseGet(() -> enter.again(enterForm(request), new Problem("code", REFUSED)));
    }

    WebResponse showLink(WebRequest request) {
        return link.show(linkForm(request, request.parameter("token")), Optional.empty());
    }

    WebResponse submitLink(WebRequest request) {
        String token = request.field("token");
        long mark = sessions.mark();
        LoginResult result = codes.finishWithLink(handle(request), token, request.origin());
        return signedIn(request, result, mark)
                .orElseGet(() -> link.again(linkForm(request, token), new Problem("", REFUSED)));
    }

    private Optional<WebResponse> signedIn(WebRequest request, LoginResult result, long mark) {
        return result.accepted()
                .map(accepted -> WebResponse.goTo("/").with(sessions.signIn(request.session(), accepted, mark)));
    }

    private static String handle(WebRequest request) {
        return request.session()
                .pending(CONNECTION)
                .map(Session.Pending::handle)
                .orElse("");
    }

    private static Form askForm(WebRequest request) {
        return new Form(
                "/code", request.session().formToken(), List.of(Field.email(request.field("email"))), "Send the code");
    }

    private static Form enterForm(WebRequest request) {
        return new Form("/code/enter", request.session().formToken(), List.of(Field.code()), "Sign in");
    }

    private static Form linkForm(WebRequest request, String token) {
        return new Form("/code/link", request.session().formToken(), token, List.of(), "Sign in");
    }
}
