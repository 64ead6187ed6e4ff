package dev.onoma.examples.web;

import dev.onoma.core.Refusal;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.examples.web.account.AccountPages;
import dev.onoma.examples.web.account.MailboxPage;
import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.Notice;
import dev.onoma.examples.web.server.Session;
import dev.onoma.examples.web.server.Sessions;
import dev.onoma.examples.web.server.WebRequest;
import dev.onoma.examples.web.server.WebResponse;
import dev.onoma.providers.database.message.DevelopmentSender;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The application: what each path answers. Thread-safe. */
final class Application {
    private static final String ICON = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" \
            fill="#33524a"/><circle cx="16" cy="16" r="7" fill="none" stroke="#fff" stroke-width="4"/></svg>""";

    private final List<OfferedProvider> providers;
    private final Users users;
    private final Layout layout;
    private final Optional<SimulatedProviders> simulation;
    private final Sessions sessions;
    private final Optional<AccountPages> accountPages;
    private final Logins logins;
    private final String style = resource("style.css");

    Application(
            List<OfferedProvider> providers,
            Users users,
            Optional<SimulatedProviders> simulation,
            Optional<DevelopmentSender> mailbox,
            Sessions sessions) {
        this.providers = providers;
        this.users = users;
        this.layout = new Layout(mailbox.map(shown -> MailboxPage.corner()).orElse(Html.NOTHING));
        this.simulation = simulation;
        this.sessions = sessions;
        this.logins = new Logins(providers, users, sessions);
        this.accountPages = mailbox.map(sender -> new AccountPages(layout, users.own(sender), sessions, sender));
    }

    WebResponse answer(WebRequest request) {
        return accountPages
                .flatMap(pages -> pages.answer(request))
                .orElseGet(() -> request.method().equals("GET") ? get(request) : post(request));
    }

    private WebResponse get(WebRequest request) {
        String path = request.path();
        if (path.startsWith("/callback/")) {
            return logins.callback(request, request.after("/callback/"));
        }
        return switch (path) {
            case "/" -> home(request.session());
            case "/style.css" -> WebResponse.style(style);
            case "/icon.svg" -> WebResponse.icon(ICON);
            default -> WebResponse.error(404, "There is no such page.");
        };
    }

    private WebResponse post(WebRequest request) {
        String path = request.path();
        if (path.startsWith("/login/")) {
            return logins.start(request, request.after("/login/"));
        }
        if (path.startsWith("/link/")) {
            return logins.startLinking(request, request.after("/link/"));
        }
        if (path.startsWith("/elsewhere/")) {
            return renameElsewhere(request, request.after("/elsewhere/"));
        }
        return switch (path) {
            case "/logout" -> WebResponse.goTo("/").with(sessions.replace(request.session()));
            case "/policy" -> followPolicy(request);
            case "/name" -> rename(request);
            default -> WebResponse.error(404, "There is no such page.");
        };
    }

    private WebResponse home(Session session) {
        Optional<User> user = session.user().flatMap(users::find);
        Optional<Notice> notice = session.takeNotice();
        if (user.isEmpty()) {
            return WebResponse.page(
                    new WelcomePage(layout, providers, accountPages.isPresent()).of(session.formToken(), notice));
        }
        List<Html> elsewhere = simulation
                .map(simulated -> simulated.forms(user.get(), session.formToken()))
                .orElse(List.of());
        return WebResponse.page(
                new ProfilePage(layout, user.get(), session, providers).of(users.policy(), notice, elsewhere));
    }

    private WebResponse followPolicy(WebRequest request) {
        Optional<PolicyChoice> choice = PolicyChoice.named(request.field("policy"));
        choice.ifPresent(users::follow);
        return WebResponse.home(
                request.session(),
                choice.map(chosen -> Notice.done(
                                "From the next login on: " + chosen.title().toLowerCase(Locale.ROOT) + "."))
                        .orElse(Notice.problem("There is no such policy.")));
    }

    private WebResponse rename(WebRequest request) {
        Session session = request.session();
        return session.user()
                .map(user -> users.rename(user, request.field("name")))
                .map(change -> WebResponse.home(
                        session,
                        change.refusal()
                                .map(Application::notRenamed)
                                .orElse(Notice.done("Your name here is changed."))))
                .orElseGet(() -> WebResponse.home(session, Notice.problem("Sign in first.")));
    }

    private static Notice notRenamed(Refusal refusal) {
        return Notice.problem(
                refusal.publicCode().equals("attribute_not_editable")
                        ? "Under this policy a login decides your name. Choose another one to make it yours."
                        : "That cannot be a name (" + refusal.publicCode() + ").");
    }

    private WebResponse renameElsewhere(WebRequest request, String connection) {
        Session session = request.session();
        String subject = request.field("subject");
        boolean own = session.user()
                .flatMap(users::find)
                .map(user -> user.identity(new IdentityKey(connection, subject)).isPresent())
                .orElse(false);
        boolean done = own
                && simulation
                        .map(simulated -> simulated.rename(connection, subject, request.field("name")))
                        .orElse(false);
        return WebResponse.home(
                session,
                done
                        ? Notice.done("You have another name there now. Sign in again to see what becomes of it here.")
                        : Notice.problem("There is no such account of yours."));
    }

    private static String resource(String name) {
        try (InputStream file = Application.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the application lacks its " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
