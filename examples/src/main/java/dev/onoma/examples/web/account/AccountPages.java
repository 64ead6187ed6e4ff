package dev.onoma.examples.web.account;

import static java.util.Map.entry;

import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.Sessions;
import dev.onoma.examples.web.server.WebRequest;
import dev.onoma.examples.web.server.WebResponse;
import dev.onoma.providers.database.message.DevelopmentSender;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The pages of the application's own accounts. Thread-safe. */
public final class AccountPages {
    private final Map<String, Function<WebRequest, WebResponse>> pages;

    public AccountPages(Layout layout, OwnAccounts own, Sessions sessions, DevelopmentSender mailbox) {
        SignUpForm signUp = new SignUpForm(layout, own.accounts());
        SignInForm signIn = new SignInForm(layout, own.accounts(), sessions);
        PasswordReset reset = new PasswordReset(layout, own.accounts(), sessions);
        PasswordChange change = new PasswordChange(layout, own.accounts(), sessions);
        EmailConfirmation confirmation = new EmailConfirmation(layout, own.accounts());
        CodeSignIn code = new CodeSignIn(layout, own.codes(), sessions);
        this.pages = Map.ofEntries(
                entry("GET /signup", signUp::show),
                entry("POST /signup", signUp::submit),
                entry("GET /login", signIn::show),
                entry("POST /login", signIn::submit),
                entry("GET /confirm", confirmation::show),
                entry("POST /confirm", confirmation::submit),
                entry("POST /confirm/again", confirmation::sendAgain),
                entry("GET /password", change::show),
                entry("POST /password", change::submit),
                entry("GET /password/forgotten", reset::showForgotten),
                entry("POST /password/forgotten", reset::submitForgotten),
                entry("GET /password/new", reset::show),
                entry("POST /password/new", reset::submit),
                entry("GET /code", code::showAsk),
                entry("POST /code", code::submitAsk),
                entry("GET /code/enter", code::showEnter),
                entry("POST /code/enter", code::submitEnter),
                entry("GET /code/link", code::showLink),
                entry("POST /code/link", code::submitLink),
                entry("GET /mailbox", new MailboxPage(layout, mailbox)::show));
    }

    /** The answer; empty for a request that is for none of these pages. */
    public Optional<WebResponse> answer(WebRequest request) {
        return Optional.ofNullable(pages.get(request.method() + " " + request.path()))
                .map(page -> page.apply(request));
    }
}
