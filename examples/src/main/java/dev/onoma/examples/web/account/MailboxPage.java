package dev.onoma.examples.web.account;

import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.WebRequest;
import dev.onoma.examples.web.server.WebResponse;
import dev.onoma.providers.database.message.DevelopmentSender;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages that a real application would have sent. For development: who sees them can sign in as anybody. */
public final class MailboxPage {
    private static final Pattern LINK = Pattern.compile("https?://\\S+\\?token=[A-Za-z0-9_-]+");

    private final Layout layout;
    private final DevelopmentSender sender;

    MailboxPage(Layout layout, DevelopmentSender sender) {
        this.layout = layout;
        this.sender = sender;
    }

    /** What leads here from the top of each page. */
    public static Html corner() {
        return new Html("<a class=\"mailbox\" href=\"/mailbox\">Development mailbox</a>");
    }

    WebResponse show(WebRequest request) {
        List<Html> messages = sender.kept().stream().map(MailboxPage::message).toList();
        Html content = Html.of("""
                <section class="development"><h1>Development mailbox</h1>
                <p class="warning"><strong>For development alone.</strong> Nothing is sent: every message to anybody is \
                shown here instead, with its code and its link. It is there as long as providers are simulated.</p>
                {}</section>
                """, messages.isEmpty() ? new Html("<p class=\"hint\">No message yet.</p>") : messages);
        return WebResponse.page(
                layout.page("Development mailbox · Onoma example", Html.NOTHING, Optional.empty(), content));
    }

    private static Html message(DevelopmentSender.Kept kept) {
        return Html.of(
                """
                <article class="card message"><h2>{}</h2><p class="hint">To {} · not sent</p>
                <p class="letter">{}</p>{}</article>
                """,
                kept.content().subject(),
                kept.message().to(),
                withLink(kept.content().text().strip()),
                kept.message().code().isPresent()
                        ? new Html("<p class=\"ways\"><a href=\"/code/enter\">Type the code</a></p>")
                        : Html.NOTHING);
    }

    private static Html withLink(String text) {
        Matcher link = LINK.matcher(text);
        return link.find()
                ? Html.of(
                        "{}<a href=\"{}\">{}</a>{}",
                        text.substring(0, link.start()),
                        link.group(),
                        link.group(),
                        text.substring(link.end()))
                : Html.of("{}", text);
    }
}
