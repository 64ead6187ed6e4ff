package dev.onoma.examples.web.server;

import java.util.Optional;

/**
 * What all pages share.
 *
 * @param corner what each of them has at its top, beside what is its own
 */
public record Layout(Html corner) {
    /**
     * A page.
     *
     * @param own what it has at its top itself
     * @param notice what it begins with
     */
    public Html page(String title, Html own, Optional<Notice> notice, Html content) {
        return Html.of("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{}</title>
                <link rel="icon" href="/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/style.css">
                </head>
                <body>
                <header class="top"><a class="brand" href="/">Onoma<span>example</span></a><div class="corner">{}{}</div></header>
                <main>
                {}
                {}
                </main>
                </body>
                </html>
                """, title, corner, own, notice.map(Layout::notice).orElse(Html.NOTHING), content);
    }

    private static Html notice(Notice notice) {
        return Html.of(
                "<p class=\"notice {}\" role=\"{}\">{}</p>",
                notice.isProblem() ? "problem" : "done",
                notice.isProblem() ? "alert" : "status",
                notice.text());
    }

    /** A form of one button. */
    public static Html button(String action, String formToken, Html label, String style) {
        return Html.of(
                "<form method=\"post\" action=\"{}\">{}<button class=\"{}\">{}</button></form>",
                action,
                token(formToken),
                style,
                label);
    }

    /** What shows that a form is from a page of this browser's. */
    public static Html token(String formToken) {
        return Html.of("<input type=\"hidden\" name=\"form_token\" value=\"{}\">", formToken);
    }
}
