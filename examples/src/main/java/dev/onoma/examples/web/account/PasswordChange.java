package dev.onoma.examples.web.account;

import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.Notice;
import dev.onoma.examples.web.server.Session;
import dev.onoma.examples.web.server.Sessions;
import dev.onoma.examples.web.server.WebRequest;
import dev.onoma.examples.web.server.WebResponse;
import dev.onoma.providers.database.account.Accounts;
import dev.onoma.providers.database.account.PasswordLogin;
import dev.onoma.providers.database.password.Password;
import java.util.List;
import java.util.Optional;

/** A new password for whoever has signed in, and knows the old one. */
final class PasswordChange {
    private final Accounts accounts;
    private final Sessions sessions;
    private final FormPage page;

    PasswordChange(Layout layout, Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.page = new FormPage(
                layout,
                "Change the password",
                "All other browsers that are signed in as you will be signed out.",
                new Html("<p class=\"ways\"><a href=\"/\">Leave it as it is</a></p>"));
    }

    WebResponse show(WebRequest request) {
        return request.session().user().isEmpty()
                ? WebResponse.goTo("/login")
                : page.show(form(request), Optional.empty());
    }

    WebResponse submit(WebRequest request) {
        Optional<UserId> user = request.session().user();
        if (user.isEmpty()) {
            return WebResponse.goTo("/login");
        }
        ChangeResult result = accounts.changePassword(
                user.get(),
                Password.of(request.field("password")),
                Password.of(request.field("chosen")),
                request.origin());
        return result.refusal()
                .map(refusal -> page.again(form(request), problem(Problem.of(refusal))))
                .orElseGet(
                        () -> signInAgain(request, result.orElseThrow().after().orElseThrow()));
    }

    private static Problem problem(Problem problem) {
        return problem.equals(Problem.NOT_SIGNED_IN)
                ? new Problem("password", "That is not your password, or it was tried too often.")
                : problem;
    }

    /**
     * The change has ended all sessions, this browser's too. It gets another one for the new password, as by any login:
     * whoever has reset the password since then has the last word.
     */
    private WebResponse signInAgain(WebRequest request, User user) {
        long mark = sessions.mark();
        Optional<LoginResult.Accepted> login = accounts.logIn(new PasswordLogin(
                        user.email().orElse(""), Password.of(request.field("chosen")), request.origin()))
                .accepted();
        Session fresh = login.map(accepted -> sessions.signIn(request.session(), accepted, mark))
                .orElseGet(() -> sessions.replace(request.session()));
        if (fresh.user().isPresent()) {
            fresh.notice(Notice.done("The password is changed. All other browsers are signed out."));
        }
        return WebResponse.goTo("/").with(fresh);
    }

    private static Form form(WebRequest request) {
        return new Form(
                "/password",
                request.session().formToken(),
                List.of(Field.password("Current password"), Field.chosenPassword("New password")),
                "Change password");
    }
}
