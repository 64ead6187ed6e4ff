package dev.onoma.examples.web;

import dev.onoma.core.user.User;
import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import java.util.ArrayList;
import java.util.List;

/** Where the sync policy is switched and tried out: choose one, change something, sign in again. */
final class PolicyForm {
    private PolicyForm() {}

    /**
     * @param elsewhere the forms that change a name at a provider; none where the providers are real
     */
    static Html of(
            PolicyChoice now, User user, List<OfferedProvider> providers, List<Html> elsewhere, String formToken) {
        return Html.of(
                """
                <section class="card"><h2>Try another sync policy</h2>
                <p class="hint">A sync policy says when a login writes your profile. See what each makes of the same change.</p>
                <ol class="steps">
                <li><h3>Choose a policy</h3>
                <form method="post" action="/policy">{}<fieldset><legend>Sync policy</legend>{}</fieldset>
                <button class="plain">Use this policy</button></form></li>
                <li><h3>Change your name, here or there</h3><div class="names">{}{}</div></li>
                <li><h3>Sign in again, and compare</h3><div class="providers row">{}</div></li>
                </ol></section>
                """,
                Layout.token(formToken),
                choices(now),
                name("/name", "Your name here", user.name().orElse(""), Html.NOTHING, formToken),
                elsewhere,
                again(user, providers, formToken));
    }

    private static List<Html> choices(PolicyChoice now) {
        List<Html> choices = new ArrayList<>();
        for (PolicyChoice choice : PolicyChoice.values()) {
            choices.add(Html.of(
                    """
                    <label class="choice"><input type="radio" name="policy" value="{}"{}>
                    <span><strong>{}</strong>{}</span></label>
                    """,
                    choice.word(),
                    choice == now ? new Html(" checked") : Html.NOTHING,
                    choice.title(),
                    choice.meaning()));
        }
        return choices;
    }

    private static List<Html> again(User user, List<OfferedProvider> providers, String formToken) {
        return providers.stream()
                .filter(provider -> user.identities().stream()
                        .anyMatch(identity -> identity.connection().equals(provider.connection())))
                .map(provider -> SignInButton.of(provider, formToken, "/login/", "Sign in again with"))
                .toList();
    }

    /** A form that changes a name. */
    static Html name(String action, String label, String name, Html hidden, String formToken) {
        return Html.of("""
                <form method="post" action="{}">{}{}
                <label>{}<span class="inline">
                <input name="name" value="{}" maxlength="200" autocomplete="off" required>
                <button class="plain">Save</button></span></label></form>
                """, action, Layout.token(formToken), hidden, label, name);
    }
}
