package dev.onoma.examples.web.account;

import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.Notice;
import dev.onoma.examples.web.server.WebResponse;
import java.util.Optional;

/**
 * A page with one form.
 *
 * @param layout what all pages share
 * @param title what it is about
 * @param lead a sentence above the form
 * @param below what else one may do
 */
record FormPage(Layout layout, String title, String lead, Html below) {
    WebResponse show(Form form, Optional<Notice> notice) {
        return WebResponse.page(html(form.html(Optional.empty()), notice));
    }

    /** The form once more, with what is wrong with it. */
    WebResponse again(Form form, Problem problem) {
        return WebResponse.page(422, html(form.html(Optional.of(problem)), Optional.empty()));
    }

    private Html html(Html form, Optional<Notice> notice) {
        Html content = Html.of("""
                <section class="narrow"><h1>{}</h1><p class="lead">{}</p>
                <div class="card">{}</div>{}</section>
                """, title, lead, form, below);
        return layout.page(title + " · Onoma example", Html.NOTHING, notice, content);
    }
}
