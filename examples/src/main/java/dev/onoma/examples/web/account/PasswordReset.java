package dev.onoma.examples.web.account;

import dev.onoma.core.user.ChangeResult;
import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.Notice;
import dev.onoma.examples.web.server.Session;
import dev.onoma.examples.web.server.Sessions;
import dev.onoma.examples.web.server.WebRequest;
import dev.onoma.examples.web.server.WebResponse;
import dev.onoma.providers.database.account.Accounts;
import dev.onoma.providers.database.password.Password;
import java.util.List;
import java.util.Optional;

/** A new password for whoever has forgotten the old one, by a link in an e-mail. */
final class PasswordReset {
    private final Accounts accounts;
    private final Sessions sessions;
    private final FormPage forgotten;
    private final FormPage chosen;

    PasswordReset(Layout layout, Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.forgotten = new FormPage(
                layout,
                "Forgotten the password?",
                "We send you a link to choose a new one.",
                new Html("<p class=\"ways\"><a href=\"/login\">I remember it</a></p>"));
        this.chosen = new FormPage(
                layout,
                "Choose a new password",
                "All browsers that are signed in with the old one will be signed out.",
                new Html("<p class=\"ways\"><a href=\"/password/forgotten\">Ask for another link</a></p>"));
    }

    WebResponse showForgotten(WebRequest request) {
        return forgotten.show(forgottenForm(request), Optional.empty());
    }

    /** Whether there is such a user, the answer does not tell. */
    WebResponse submitForgotten(WebRequest request) {
        String address = request.field("email").strip();
        Optional<Problem> problem = Problem.ofAddress(address);
        if (problem.isPresent()) {
            return forgotten.again(forgottenForm(request), problem.get());
        }
        return accounts.requestPasswordReset(address, request.origin())
                ? WebResponse.home(
                        request.session(),
                        Notice.done("If there is an account with that address, we have written to it."))
                : forgotten.again(forgottenForm(request), Problem.TOO_MANY_MESSAGES);
    }

    WebResponse show(WebRequest request) {
        return chosen.show(form(request, request.parameter("token")), Optional.empty());
    }

    WebResponse submit(WebRequest request) {
        String token = request.field("token");
        ChangeResult result = accounts.resetPassword(token, Password.of(request.field("chosen")), request.origin());
        if (result.refusal().isPresent()) {
            return chosen.again(
                    form(request, token), Problem.of(result.refusal().get()));
        }
        // This browser's own session may be among those that have ended.
        Session fresh = sessions.replace(request.session());
        return WebResponse.home(fresh, Notice.done("The new password is set. Sign in with it."))
                .with(fresh);
    }

    private static Form forgottenForm(WebRequest request) {
        return new Form(
                "/password/forgotten",
                request.session().formToken(),
                List.of(Field.email(request.field("email"))),
                "Send the link");
    }

    private static Form form(WebRequest request, String token) {
        return new Form(
                "/password/new",
                request.session().formToken(),
                token,
                List.of(Field.chosenPassword("New password")),
                "Set password");
    }
}
