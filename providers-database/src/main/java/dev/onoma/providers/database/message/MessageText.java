package dev.onoma.providers.database.message;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Messages in plain English, with links to pages of the application's. Immutable and thread-safe.
 *
 * <p>A link holds its token behind a {@code #}: browsers keep that part to themselves (RFC 3986, section 3.5; RFC 9110,
 * section 4.2.3 on what reaches a server), so that it stands in no log of a server or proxy and in no {@code Referer}.
 * The page reads it with a line of script and posts it. Pages without scripts ask for {@link
 * Builder#tokensInQuery()}.
 */
public final class MessageText implements MessageWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String PARAMETER = "token=";

    private final String application;
    private final Map<MessageKind, URI> pages;
    private final boolean query;

    private MessageText(Builder builder) {
        this.application = builder.application;
        this.pages = Map.copyOf(builder.pages);
        this.query = builder.query;
    }

    /**
     * A builder.
     *
     * @param application the name of the application, as people know it
     * @throws IllegalArgumentException when it is blank or holds a control character
     */
    public static Builder builder(String application) {
        return new Builder(application);
    }

    /**
     * The words for a message.
     *
     * @throws IllegalStateException when it is a ticket for which there is no page
     */
    @Override
    public MessageContent write(Message message) {
        return switch (message.kind()) {
            case VERIFY_EMAIL ->
                ticket(
                        message,
                        "Confirm your e-mail address",
                        "Somebody, probably you, gave this address to %s. To confirm that it is yours, open");
            case CHANGE_EMAIL ->
                ticket(
                        message,
                        "Confirm your new e-mail address",
                        "To use this address for your account at %s from now on, open");
            case RESET_PASSWORD ->
                ticket(message, "Choose a new password", "To choose a new password for your account at %s, open");
            case LOGIN_CODE -> message.channel() == Channel.SMS ? sms(message) : code(message);
            case ALREADY_SIGNED_UP ->
                notice(
                        "You already have an account",
                        "Somebody, probably you, tried to sign up at %s with this address, which has an account"
                                + " already. If you have forgotten the password, ask for a new one there.");
            case PASSWORD_CHANGED ->
                notice(
                        "Your password was changed",
                        "The password of your account at %s was changed. If that was not you, choose a new one there"
                                + " at once.");
            case EMAIL_CHANGED ->
                notice(
                        "Your e-mail address was changed",
                        "Your account at %s has another e-mail address from now on. If that was not you, write to us"
                                + " at once.");
        };
    }

    private MessageContent ticket(Message message, String subject, String sentence) {
        URI page = Optional.ofNullable(pages.get(message.kind()))
                .orElseThrow(() -> new IllegalStateException("no page is given for " + message.kind()));
        String text = String.format(Locale.ROOT, sentence, application) + "\n\n"
                + link(page, message.token().orElseThrow()) + "\n\n"
                + until("This link", message) + " If it was not you who asked for it, ignore this message.\n";
        return new MessageContent(subject + " - " + application, text);
    }

    private MessageContent code(Message message) {
        StringBuilder text = new StringBuilder();
        text.append("Your code for ").append(application).append(":\n\n");
        text.append(message.code().orElseThrow()).append("\n\n");
        if (pages.containsKey(MessageKind.LOGIN_CODE)) {
            URI page = pages.get(MessageKind.LOGIN_CODE);
            text.append("Or open, in the browser in which you asked for it,\n\n");
            text.append(link(page, message.token().orElseThrow())).append("\n\n");
        }
        text.append(until("The code", message));
        text.append(" Tell it to nobody. If it was not you who asked for it, ignore this message.\n");
        return new MessageContent("Your code for " + application, text.toString());
    }

    private MessageContent sms(Message message) {
        return new MessageContent(
                "Your code for " + application,
                message.code().orElseThrow() + " is your code for " + application + ". Tell it to nobody.");
    }

    private MessageContent notice(String subject, String sentence) {
        return new MessageContent(
                subject + " - " + application, String.format(Locale.ROOT, sentence, application) + "\n");
    }

    private static String until(String what, Message message) {
        Instant end = message.expiresAt().orElseThrow();
        return what + " is good once, until " + TIME.format(end) + ".";
    }

    private String link(URI page, String token) {
        String separator = !query ? "#" : page.getRawQuery() == null ? "?" : "&";
        return page + separator + PARAMETER + token;
    }

    @Override
    public String toString() {
        return "MessageText[" + application + "]";
    }

    /** Collects an application's name and pages. */
    public static final class Builder {
        private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

        private final String application;
        private final Map<MessageKind, URI> pages = new EnumMap<>(MessageKind.class);
        private boolean query;

        private Builder(String application) {
            if (requireNonNull(application, "application").isBlank()
                    || application.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("the application must have a name of one line");
            }
            this.application = application;
        }

        /**
         * The page that a link of this kind opens. It shows a button: software that looks at mails opens links, too.
         *
         * @throws IllegalArgumentException when it is no absolute {@code https} URI, or {@code http} on the machine
         *     itself, or has a fragment or a user's name in it
         */
        public Builder page(MessageKind kind, URI page) {
            boolean local =
                    "http".equals(page.getScheme()) && page.getHost() != null && LOOPBACK.contains(page.getHost());
            boolean web = "https".equals(page.getScheme()) && page.getHost() != null;
            if (!(web || local) || page.getRawFragment() != null || page.getRawUserInfo() != null) {
                throw new IllegalArgumentException(
                        "the page for " + kind + " must be an absolute https URI without a fragment");
            }
            pages.put(requireNonNull(kind, "kind"), page);
            return this;
        }

        /**
         * Puts tokens into the query, {@code ?token=…}, for pages without scripts. They come by the logs of servers and
         * proxies then: such a page must answer with {@code Referrer-Policy: no-referrer}, and do nothing before its
         * button is pressed. Default: behind a {@code #}.
         */
        public Builder tokensInQuery() {
            query = true;
            return this;
        }

        public MessageText build() {
            return new MessageText(this);
        }
    }
}
