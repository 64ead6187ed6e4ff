package dev.onoma.testkit.oauth;

import dev.onoma.testkit.oauth.http.Answer;
import dev.onoma.testkit.oauth.http.Parameters;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.util.List;

/** A page that asks who signs in, and says that it is not the real one. */
final class SignInPage {
    /** The choice of whoever turns back. */
    static final String NOBODY = "nobody";

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c1b1a;--soft:#6b6762;--paper:#fff;--desk:#f4f2ef;--line:#e3dfda}
            @media(prefers-color-scheme:dark){:root{--ink:#f1efec;--soft:#a39e97;--paper:#201f1d;--desk:#151413;--line:#383532}}
            *{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;
            background:var(--desk);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
            main{width:100%;max-width:25rem;background:var(--paper);border:1px solid var(--line);border-radius:14px;
            padding:2rem}h1{font-size:1.3rem;margin:0;line-height:1.3}p{color:var(--soft);margin:.4rem 0 1.25rem}
            ul{list-style:none;margin:0;padding:0}li{border-top:1px solid var(--line)}
            a{display:flex;align-items:center;gap:.9rem;padding:.75rem .5rem;margin:0 -.5rem;color:inherit;
            text-decoration:none;border-radius:8px}a:hover,a:focus-visible{background:var(--desk)}
            img{width:2.5rem;height:2.5rem;border-radius:50%}strong{display:block;font-weight:600}
            small{color:var(--soft);font-size:.875rem}
            """;

    private final String name;

    SignInPage(String name) {
        this.name = name;
    }

    Answer of(List<Person> persons, RecordedRequest request) {
        StringBuilder choices = new StringBuilder();
        for (Person person : persons) {
            choices.append("<li><a href=\"")
                    .append(escape(link(request, person.subject())))
                    .append("\"><img alt=\"\" src=\"")
                    .append(escape(IssuerPaths.picture(person)))
                    .append("\"><span><strong>")
                    .append(escape(person.label()))
                    .append("</strong><small>")
                    .append(escape(person.text("email").orElse("no e-mail address")))
                    .append("</small></span></a></li>");
        }
        choices.append("<li><a href=\"")
                .append(escape(link(request, NOBODY)))
                .append("\"><span><strong>Cancel</strong><small>Go back without signing in</small></span></a></li>");
        String body = "<h1>" + escape(name) + "</h1><p>A stand-in on this machine.<br>Who is signing in?</p><ul>"
                + choices + "</ul>";
        return page(200, name, body);
    }

    /** The answer as a form that the browser posts (OAuth 2.0 Form Post Response Mode, section 2). */
    static Answer posted(String redirectUri, Parameters response) {
        StringBuilder form = new StringBuilder("<h1>Back to the application</h1><form method=\"post\" action=\"")
                .append(escape(redirectUri))
                .append("\">");
        response.forEach((name, value) -> form.append("<input type=\"hidden\" name=\"")
                .append(escape(name))
                .append("\" value=\"")
                .append(escape(value))
                .append("\">"));
        return page(200, "Signed in", form + "<button>Continue</button></form>");
    }

    static Answer refusal(String reason) {
        return page(400, "Refused", "<h1>This request cannot be answered</h1><p>" + escape(reason) + "</p>");
    }

    private static String link(RecordedRequest request, String choice) {
        Parameters parameters = new Parameters();
        for (String name : request.parameterNames()) {
            request.parameters(name).forEach(value -> parameters.add(name, value));
        }
        return request.path() + "?" + parameters.set("choice", choice).encoded();
    }

    private static Answer page(int status, String title, String body) {
        String html = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><link rel=\"icon\" href=\"data:,\"><title>"
                + escape(title)
                + "</title><style>" + STYLE + "</style><main>" + body + "</main></html>";
        return Answer.text(status, "text/html; charset=utf-8", html)
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'")
                .with("Referrer-Policy", "no-referrer");
    }

    /** What was escaped. */
    static String unescape(String html) {
        return html.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
