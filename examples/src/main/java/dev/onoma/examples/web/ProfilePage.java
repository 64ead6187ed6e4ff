package dev.onoma.examples.web;

import dev.onoma.core.attribute.AttributeValue;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserJson;
import dev.onoma.examples.web.account.AccountCard;
import dev.onoma.examples.web.account.OwnAccounts;
import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.Notice;
import dev.onoma.examples.web.server.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of somebody who has signed in. */
final class ProfilePage {
    private final Layout layout;
    private final User user;
    private final Session session;
    private final List<OfferedProvider> providers;

    ProfilePage(Layout layout, User user, Session session, List<OfferedProvider> providers) {
        this.layout = layout;
        this.user = user;
        this.session = session;
        this.providers = providers;
    }

    Html of(PolicyChoice policy, Optional<Notice> notice, List<Html> elsewhere) {
        Html content = Html.of(
                "{}{}{}{}{}{}{}",
                person(),
                AccountCard.of(user, session.formToken()),
                profile(),
                LoginReport.of(session.login(), this::label),
                identities(),
                editing(policy, elsewhere),
                json());
        Html signOut = Layout.button("/logout", session.formToken(), new Html("Sign out"), "quiet");
        return layout.page(user.name().orElse("Your profile") + " · Onoma example", signOut, notice, content);
    }

    private Html person() {
        Html picture = user.text(RootAttribute.PICTURE)
                .map(address -> Html.of("<img src=\"{}\" alt=\"\" referrerpolicy=\"no-referrer\">", address))
                .orElse(Html.of("<span class=\"initial\" aria-hidden=\"true\">{}</span>", initial()));
        Html email = user.email()
                .map(address -> Html.of("<p class=\"email\">{} {}</p>", address, verified(user.isEmailVerified())))
                .orElse(new Html("<p class=\"email\">No e-mail address</p>"));
        return Html.of(
                """
                <section class="person">
                <div class="portrait">{}</div>
                <div><h1>{}</h1>{}<p class="id"><code>{}</code></p></div>
                </section>
                """,
                picture,
                user.name().orElse("Nobody's name"),
                email,
                user.id().value());
    }

    private String initial() {
        String name = user.name().orElse("?");
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    private static Html verified(boolean verified) {
        return new Html(
                verified ? "<span class=\"tag good\">verified</span>" : "<span class=\"tag\">not verified</span>");
    }

    private Html profile() {
        List<Html> rows = new ArrayList<>();
        for (RootAttribute attribute : RootAttribute.ALL) {
            user.root().get(attribute).ifPresent(owned -> rows.add(row(attribute, owned)));
        }
        return Html.of("""
                <section class="card"><h2>Profile</h2>
                <p class="hint">Each value remembers who wrote it.</p>
                <dl class="profile">{}</dl></section>
                """, rows);
    }

    private Html row(RootAttribute attribute, OwnedValue owned) {
        Html flag = owned.value() instanceof PairValue pair ? verified(pair.isVerified()) : Html.NOTHING;
        return Html.of(
                "<div><dt>{}</dt><dd>{} {}<span class=\"owner\">{}</span></dd></div>",
                words(attribute),
                text(attribute, owned.value()),
                flag,
                writer(owned.owner()));
    }

    /** A value as people read it: of an address that nobody reads, as much as fits in a line. */
    static Html text(RootAttribute attribute, AttributeValue value) {
        return attribute == RootAttribute.PICTURE
                ? Html.of("<span class=\"url\" title=\"{}\">{}</span>", value.text(), value.text())
                : Html.of("{}", value.text());
    }

    private String writer(Owner owner) {
        if (owner.equals(Owner.USER)) {
            return "edited by you";
        }
        if (owner.equals(Owner.DERIVED)) {
            return "derived from the rest";
        }
        return "from " + label(owner.name());
    }

    static String words(RootAttribute attribute) {
        String words = attribute.fieldName().replace('_', ' ');
        return words.equals("email") ? "E-mail" : sentence(words);
    }

    private String label(String connection) {
        return providers.stream()
                .filter(provider -> provider.connection().equals(connection))
                .map(OfferedProvider::label)
                .findFirst()
                .or(() -> OwnAccounts.label(connection))
                .orElse(connection);
    }

    /** Words as they begin a sentence. */
    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Html identities() {
        List<Html> rows = new ArrayList<>();
        for (Identity identity : user.identities()) {
            boolean primary = identity.equals(user.primaryIdentity());
            rows.add(Html.of(
                    "<li>{}<div><strong>{}</strong> {}<code>{}</code></div></li>",
                    SignInButton.mark(identity.connection()),
                    sentence(label(identity.connection())),
                    primary ? new Html("<span class=\"tag\">primary</span>") : Html.NOTHING,
                    identity.subject()));
        }
        List<Html> links = providers.stream()
                .map(provider -> SignInButton.of(provider, session.formToken(), "/link/", "Link an account at"))
                .toList();
        return Html.of("""
                <section class="card"><h2>Identities</h2>
                <p class="hint">The accounts that lead to this user. The primary one writes the profile.</p>
                <ul class="identities">{}</ul>
                <div class="providers row">{}</div></section>
                """, rows, links);
    }

    /** Where no provider says anything about the user, there is no sync policy to try. */
    private Html editing(PolicyChoice policy, List<Html> elsewhere) {
        boolean isProviders = providers.stream()
                .anyMatch(provider -> user.identities().stream()
                        .anyMatch(identity -> identity.connection().equals(provider.connection())));
        return isProviders
                ? PolicyForm.of(policy, user, providers, elsewhere, session.formToken())
                : Html.of(
                        """
                        <section class="card"><h2>Change your name</h2>
                        <p class="hint">Nobody but you writes this profile: what you edit stays.</p>{}</section>
                        """,
                        PolicyForm.name(
                                "/name", "Your name here", user.name().orElse(""), Html.NOTHING, session.formToken()));
    }

    private Html json() {
        List<Html> claims = new ArrayList<>();
        for (Identity identity : user.identities()) {
            claims.add(block("What " + label(identity.connection()) + " said", identity.profileData()));
        }
        return Html.of(
                "<section class=\"card\"><h2>Raw JSON</h2><p class=\"hint\">What is behind this page.</p>{}{}{}</section>",
                block("The user, as it is stored", UserJson.write(user)),
                claims,
                session.login()
                        .map(login -> block("What the login did", login.toJson()))
                        .orElse(Html.NOTHING));
    }

    private static Html block(String title, JsonValue value) {
        return Html.of(
                "<details><summary>{}</summary><pre tabindex=\"0\">{}</pre></details>", title, PrettyJson.write(value));
    }
}
