package dev.onoma.examples.web.account;

import dev.onoma.examples.web.server.Html;
import java.util.Optional;

/**
 * A field of a form.
 *
 * @param name what the form calls it
 * @param label what people read
 * @param kind the type of its input, and what a browser may fill it in with
 * @param value what is in it; never a password
 * @param hint a sentence beneath it; may be empty
 */
record Field(String name, String label, Html kind, String value, String hint) {
    static Field email(String typed) {
        return new Field("email", "E-mail address", new Html("type=\"email\" autocomplete=\"username\""), typed, "");
    }

    static Field name(String typed) {
        return new Field(
                "name",
                "Name",
                new Html("type=\"text\" autocomplete=\"name\" maxlength=\"200\""),
                typed,
                "If you like.");
    }

    static Field password(String label) {
        return new Field("password", label, new Html("type=\"password\" autocomplete=\"current-password\""), "", "");
    }

    static Field chosenPassword(String label) {
        return new Field(
                "chosen",
                label,
                new Html("type=\"password\" autocomplete=\"new-password\""),
                "",
                "Eight characters or more.");
    }

    static Field code() {
        return new Field(
                "code",
                "Code",
                new Html("type=\"text\" inputmode=\"numeric\" autocomplete=\"one-time-code\" class=\"digits\""),
                "",
                "");
    }

    /** The field, with its problem where it has one. */
    Html html(Optional<Problem> problem) {
        Optional<String> mine =
                problem.filter(known -> known.field().equals(name)).map(Problem::sentence);
        String below = mine.orElse(hint);
        return Html.of(
                """
                <div class="field"><label>{}<input name="{}" {} value="{}"{}{}></label>{}</div>
                """,
                label,
                name,
                kind,
                value,
                mine.isPresent() ? new Html(" aria-invalid=\"true\" autofocus") : Html.NOTHING,
                below.isEmpty() ? Html.NOTHING : Html.of(" aria-describedby=\"{}-note\"", name),
                below.isEmpty()
                        ? Html.NOTHING
                        : Html.of(
                                "<p class=\"{}\" id=\"{}-note\">{}</p>",
                                mine.isPresent() ? "wrong" : "note",
                                name,
                                below));
    }
}
