package dev.onoma.examples.web.account;

import dev.onoma.core.user.User;
import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;

/** What people with a password here can do about it, on the page with their profile. */
public final class AccountCard {
    private AccountCard() {}

    /** The card; nothing for users of providers alone. */
    public static Html of(User user, String formToken) {
        boolean hasPassword = user.identities().stream()
                .anyMatch(identity -> identity.connection().equals(OwnAccounts.WITH_PASSWORD.name()));
        return hasPassword
                ? Html.of(
                        """
                        <section class="card"><h2>Your account here</h2>
                        <p class="hint">{}</p>
                        <div class="actions"><a class="quiet" href="/password">Change the password</a>{}</div></section>
                        """,
                        user.isEmailVerified()
                                ? "Its address is confirmed."
                                : "Its address is not confirmed yet: open the link in the message that we have sent.",
                        user.isEmailVerified()
                                ? Html.NOTHING
                                : Layout.button(
                                        "/confirm/again", formToken, new Html("Send the message again"), "quiet"))
                : Html.NOTHING;
    }
}
