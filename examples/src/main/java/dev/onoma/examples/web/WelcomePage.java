package dev.onoma.examples.web;

import dev.onoma.examples.web.account.SignInForm;
import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.Notice;
import java.util.List;
import java.util.Optional;

/** The page of somebody who has not signed in. */
final class WelcomePage {
    private final Layout layout;
    private final List<OfferedProvider> providers;
    private final boolean accounts;

    WelcomePage(Layout layout, List<OfferedProvider> providers, boolean accounts) {
        this.layout = layout;
        this.providers = providers;
        this.accounts = accounts;
    }

    Html of(String formToken, Optional<Notice> notice) {
        List<Html> buttons = providers.stream()
                .map(provider -> SignInButton.of(provider, formToken, "/login/", "Sign in with"))
                .toList();
        boolean simulated = providers.stream().anyMatch(OfferedProvider::isSimulated);
        Html content = Html.of(
                """
                <section class="welcome">
                <h1>One profile,<br> whichever way you came in</h1>
                <p class="lead">Sign in, and see who you are here, what the login changed, and why.</p>
                <div class="providers">{}</div>
                {}{}
                </section>
                """,
                buttons,
                accounts ? ownAccounts(formToken) : Html.NOTHING,
                simulated ? simulation(providers) : Html.NOTHING);
        return layout.page("Onoma example", Html.NOTHING, notice, content);
    }

    private static Html ownAccounts(String formToken) {
        return Html.of(
                "<p class=\"or\"><span>or with an account here</span></p><div class=\"own\">{}</div>",
                SignInForm.html(formToken));
    }

    private static Html simulation(List<OfferedProvider> providers) {
        String names = String.join(
                " and ",
                providers.stream()
                        .filter(OfferedProvider::isSimulated)
                        .map(OfferedProvider::label)
                        .toList());
        return Html.of(
                "<p class=\"aside\">{} {} a stand-in on this machine: no account is needed, and nothing leaves it.</p>",
                names,
                names.contains(" and ") ? "are each" : "is");
    }
}
