package dev.onoma.examples.web.account;

import dev.onoma.core.Refusal;
import dev.onoma.core.login.LoginResult;
import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.Sessions;
import dev.onoma.examples.web.server.WebRequest;
import dev.onoma.examples.web.server.WebResponse;
import dev.onoma.providers.database.account.Accounts;
import dev.onoma.providers.database.account.PasswordLogin;
import dev.onoma.providers.database.password.Password;
import java.util.List;
import java.util.Optional;

/** Signing in with a password. */
public final class SignInForm {
    private static final Html WAYS = new Html("""
            <p class="ways"><a href="/signup">Create an account</a><a href="/code">Sign in with a code</a>\
            <a href="/password/forgotten">Forgotten the password?</a></p>
            """);

    private final Accounts accounts;
    private final Sessions sessions;
    private final FormPage page;

    SignInForm(Layout layout, Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.page = new FormPage(layout, "Sign in", "With your account here.", WAYS);
    }

    WebResponse show(WebRequest request) {
        return page.show(form(request.session().formToken(), ""), Optional.empty());
    }

    WebResponse submit(WebRequest request) {
        String address = request.field("email").strip();
        long mark = sessions.mark();
        LoginResult result =
                accounts.logIn(new PasswordLogin(address, Password.of(request.field("password")), request.origin()));
        Optional<Refusal> refusal = result.refusal();
        if (refusal.isPresent()) {
            return page.again(form(request.session().formToken(), address), Problem.of(refusal.get()));
        }
        return WebResponse.goTo("/")
                .with(sessions.signIn(request.session(), result.accepted().orElseThrow(), mark));
    }

    /** The form for other pages, with all that one may do instead. */
    public static Html html(String formToken) {
        return Html.of("{}{}", form(formToken, "").html(Optional.empty()), WAYS);
    }

    private static Form form(String formToken, String address) {
        return new Form("/login", formToken, List.of(Field.email(address), Field.password("Password")), "Sign in");
    }
}
