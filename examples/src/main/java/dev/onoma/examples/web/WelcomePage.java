package dev.onoma.examples.web;

import java.util.List;
import java.util.Optional;

/** The page of somebody who has not signed in. */
final class WelcomePage {
    private WelcomePage() {}

    static Html of(List<OfferedProvider> providers, String formToken, Optional<Notice> notice) {
        List<Html> buttons = providers.stream()
                .map(provider -> Layout.signIn(provider, formToken, "/login/", "Sign in with"))
                .toList();
        boolean simulated = providers.stream().anyMatch(OfferedProvider::isSimulated);
        Html content = Html.of("""
                <section class="welcome">
                <h1>One profile,<br>whichever way you came in</h1>
                <p class="lead">Sign in, and see who you are here, what the login changed, and why.</p>
                <div class="providers">{}</div>
                {}
                </section>
                """, buttons, simulated ? simulation(providers) : Html.NOTHING);
        return Layout.page("Onoma example", Html.NOTHING, notice, content);
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
