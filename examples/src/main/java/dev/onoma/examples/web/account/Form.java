package dev.onoma.examples.web.account;

import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import java.util.List;
import java.util.Optional;

/**
 * A form. Browsers leave it to us to say what is wrong with it: the same words, in the same place, for everybody.
 *
 * @param action where it is posted to
 * @param formToken what shows that it is ours
 * @param token what a link brought along; empty where none did
 * @param fields its fields
 * @param button what its button says
 */
record Form(String action, String formToken, String token, List<Field> fields, String button) {
    Form(String action, String formToken, List<Field> fields, String button) {
        this(action, formToken, "", fields, button);
    }

    Html html(Optional<Problem> problem) {
        Html whole = problem.filter(known -> known.field().isEmpty())
                .map(known -> Html.of("<p class=\"wrong\" role=\"alert\">{}</p>", known.sentence()))
                .orElse(Html.NOTHING);
        return Html.of(
                """
                <form class="fields" method="post" action="{}" novalidate>{}{}{}{}<button class="plain">{}</button></form>
                """,
                action,
                Layout.token(formToken),
                token.isEmpty() ? Html.NOTHING : Html.of("<input type=\"hidden\" name=\"token\" value=\"{}\">", token),
                whole,
                fields.stream().map(field -> field.html(problem)).toList(),
                button);
    }

    @Override
    public String toString() {
        return "Form[" + action + "]";
    }
}
