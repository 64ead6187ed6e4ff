package dev.onoma.examples.web;

import dev.onoma.core.user.User;
import java.util.ArrayList;
import java.util.List;

/** Where the sync policy is switched, and tried out. */
final class PolicyForm {
    private PolicyForm() {}

    static Html of(PolicyChoice now, User user, List<OfferedProvider> providers, String formToken) {
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
        List<Html> again = providers.stream()
                .filter(provider -> user.identities().stream()
                        .anyMatch(identity -> identity.connection().equals(provider.connection())))
                .map(provider -> Layout.signIn(provider, formToken, "/login/", "Sign in again with"))
                .toList();
        return Html.of(
                """
                <section class="card"><h2>Sync policy</h2>
                <p class="hint">When a login writes your profile. Switch it, change your name, sign in again, and compare.</p>
                <form method="post" action="/policy">{}<fieldset><legend>Sync policy</legend>{}</fieldset>
                <button class="plain">Use this policy</button></form>
                <h3>Your name here</h3>
                <form class="inline" method="post" action="/name">{}
                <input name="name" aria-label="Your name here" value="{}" maxlength="200" autocomplete="off" required>
                <button class="plain">Save</button></form>
                <div class="providers row">{}</div></section>
                """,
                Layout.token(formToken),
                choices,
                Layout.token(formToken),
                user.name().orElse(""),
                again);
    }
}
