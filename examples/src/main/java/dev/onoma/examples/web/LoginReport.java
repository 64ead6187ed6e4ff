package dev.onoma.examples.web;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.link.LinkDecision;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.Warning;
import dev.onoma.core.sync.Action;
import dev.onoma.core.sync.Decision;
import dev.onoma.examples.web.server.Html;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a login changed, and why: the decisions as people read them. */
final class LoginReport {
    private LoginReport() {}

    static Html of(Optional<LoginResult.Accepted> login, UnaryOperator<String> label) {
        return login.map(accepted -> of(accepted, label)).orElse(Html.NOTHING);
    }

    private static Html of(LoginResult.Accepted login, UnaryOperator<String> label) {
        List<Html> changed = rows(login, true);
        List<Html> kept = rows(login, false);
        return Html.of(
                """
                <section class="card report"><h2>What this login changed</h2>
                <p class="hint">{}</p>
                {}{}{}</section>
                """,
                summary(login, label.apply(login.connection())),
                changed.isEmpty() ? Html.NOTHING : Html.of("<ul class=\"decisions\">{}</ul>", changed),
                kept.isEmpty() ? Html.NOTHING : kept(kept, changed.isEmpty()),
                warnings(login.warnings()));
    }

    private static Html summary(LoginResult.Accepted login, String provider) {
        String whose = login.link() instanceof LinkDecision.ExistingIdentity
                ? "You signed in with " + provider + ", as a user who is known here."
                : "You signed in with " + provider + " for the first time.";
        String what = switch (login.outcome()) {
            case CREATED -> "A user was created." + why(login);
            case UPDATED ->
                rows(login, true).isEmpty()
                        ? "The profile stayed as it was; only what " + provider + " said now was noted."
                        : "The profile was updated.";
            case UNCHANGED -> "Nothing but the time of the last login changed.";
        };
        return Html.of("{} <strong>{}</strong>", whose, what);
    }

    private static String why(LoginResult.Accepted login) {
        String alone = login.link() instanceof LinkDecision.NewUser made
                ? made.obstacle()
                        .map(obstacle -> " It is nobody who was here before: " + obstacle + ".")
                        .orElse("")
                : "";
        return login.revoked().isEmpty()
                ? alone
                : alone + " Whoever had that address without confirming it lost password and sessions.";
    }

    private static List<Html> rows(LoginResult.Accepted login, boolean changes) {
        return login.decisions().stream()
                .filter(decision -> (decision.action() != Action.KEPT) == changes)
                .map(LoginReport::row)
                .toList();
    }

    private static Html row(Decision decision) {
        String[] why = decision.explanation().split(": ", 2);
        return Html.of(
                """
                <li class="{}"><div class="what"><strong>{}</strong><span class="action">{}</span></div>
                <div class="values">{}</div>
                <div class="why">{} <span class="rule">{} · rule {}</span></div></li>
                """,
                decision.action().word(),
                ProfilePage.words(decision.attribute()),
                decision.action().word(),
                values(decision),
                sentence(why[why.length - 1]),
                why[0],
                decision.rule());
    }

    private static Html values(Decision decision) {
        if (decision.before().equals(decision.after()) || decision.before().isEmpty()) {
            return value(decision, decision.after());
        }
        return Html.of(
                "<del>{}</del><span class=\"arrow\" aria-label=\"became\">→</span><ins>{}</ins>",
                value(decision, decision.before()),
                value(decision, decision.after()));
    }

    private static Html value(Decision decision, Optional<OwnedValue> owned) {
        return owned.map(OwnedValue::value)
                .map(value -> value instanceof PairValue pair
                        ? Html.of("{} ({})", pair.text(), pair.isVerified() ? "verified" : "not verified")
                        : ProfilePage.text(decision.attribute(), value))
                .orElse(new Html("<em>nothing</em>"));
    }

    private static Html kept(List<Html> rows, boolean open) {
        return Html.of(
                "<details{}><summary>{} kept as {}</summary><ul class=\"decisions\">{}</ul></details>",
                open ? new Html(" open") : Html.NOTHING,
                rows.size() == 1 ? "One attribute" : rows.size() + " attributes",
                rows.size() == 1 ? "it was" : "they were",
                rows);
    }

    private static Html warnings(List<Warning> warnings) {
        List<Html> rows = warnings.stream()
                .map(warning -> Html.of(
                        "<li>The claim {} is {}, where {} was expected.</li>",
                        warning.path(),
                        warning.found(),
                        warning.expected()))
                .toList();
        return rows.isEmpty() ? Html.NOTHING : Html.of("<h3>What could not be used</h3><ul>{}</ul>", rows);
    }

    private static String sentence(String words) {
        return ProfilePage.sentence(words) + ".";
    }
}
