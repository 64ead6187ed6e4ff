package dev.onoma.providers.database.message.smtp;

import static java.util.Objects.requireNonNull;

import dev.onoma.providers.database.message.Channel;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.MessageContent;
import dev.onoma.providers.database.message.MessageNotSentException;
import dev.onoma.providers.database.message.MessageSender;
import dev.onoma.providers.database.message.MessageWriter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Sends e-mail to one mail server, by SMTP (RFC 5321), as plain text in UTF-8: encrypted, and to a server whose
 * certificate is its name's, unless it is the machine itself. One connection a message. Thread-safe.
 *
 * <p>Needs {@code org.eclipse.angus:angus-mail}. That library logs whole conversations, addresses and codes included,
 * at its finest level: a sender sets the level of its logger {@code org.eclipse.angus.mail.smtp} to {@code WARNING}.
 */
public final class SmtpSender implements MessageSender {
    private final SmtpSettings settings;
    private final Session session;
    private final MessageWriter writer;
    private final Clock clock;
    /** Held, since a logger that nobody holds forgets its level. */
    private final Logger conversation = Logger.getLogger("org.eclipse.angus.mail.smtp");

    private SmtpSender(Builder builder, SmtpSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(settings.properties());
        this.writer = builder.writer;
        this.clock = builder.clock;
        conversation.setLevel(Level.WARNING);
    }

    /**
     * A builder.
     *
     * @param host the mail server's name
     * @param from the application's address, which messages come from
     * @param writer who puts messages into words
     */
    public static Builder builder(String host, String from, MessageWriter writer) {
        return new Builder(host, from, writer);
    }

    /**
     * Sends a message.
     *
     * @throws MessageNotSentException when the server cannot be reached, does not encrypt, refuses, or is too slow; or
     *     when the address is one that mail cannot be sent to
     * @throws IllegalArgumentException when the message is no e-mail
     */
    @Override
    public void send(Message message) {
        if (message.channel() != Channel.EMAIL) {
            throw new IllegalArgumentException("SMTP brings e-mail alone");
        }
        InternetAddress to = Mailbox.of(message.to())
                .orElseThrow(() -> new MessageNotSentException("the address is not one that mail can be sent to"));
        MessageContent content = writer.write(message);
        try {
            MimeMessage mail = mail(to, content);
            try (Transport transport = session.getTransport("smtp")) {
                settings.connect(transport);
                if (!Mailbox.isAscii(to) && !((SMTPTransport) transport).supportsExtension("SMTPUTF8")) {
                    // The library would send on with other letters, to another person.
                    throw new MessageNotSentException(
                            "the mail server takes no addresses with other than ASCII letters");
                }
                transport.sendMessage(mail, new InternetAddress[] {to});
            }
        } catch (MessagingException failed) {
            throw new MessageNotSentException(SmtpFailure.of(failed));
        }
    }

    private MimeMessage mail(InternetAddress to, MessageContent content) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(settings.from());
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
        mail.setSubject(content.subject(), StandardCharsets.UTF_8.name());
        mail.setText(content.text(), StandardCharsets.UTF_8.name());
        // Nobody's out-of-office notice answers it (RFC 3834, section 5).
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setSentDate(Date.from(clock.instant()));
        mail.saveChanges();
        return mail;
    }

    @Override
    public String toString() {
        return "SmtpSender[" + settings.host() + "]";
    }

    /** Collects what is to be known of a mail server. Each call rejects what is wrong at once. */
    public static final class Builder {
        private final String host;
        private final InternetAddress from;
        private final MessageWriter writer;
        private SmtpEncryption encryption = SmtpEncryption.STARTTLS;
        private Optional<Integer> port = Optional.empty();
        private Optional<SmtpSettings.Login> login = Optional.empty();
        private Optional<SSLSocketFactory> sockets = Optional.empty();
        private Duration timeout = Duration.ofSeconds(10);
        private Clock clock = Clock.systemUTC();

        private Builder(String host, String from, MessageWriter writer) {
            if (requireNonNull(host, "host").isBlank()) {
                throw new IllegalArgumentException("a mail server must have a name");
            }
            this.host = host;
            this.from = Mailbox.of(from)
                    .orElseThrow(() -> new IllegalArgumentException("the sender must be an e-mail address"));
            this.writer = requireNonNull(writer, "writer");
        }

        /** Default: {@link SmtpEncryption#STARTTLS}, required. */
        public Builder encryption(SmtpEncryption kind) {
            encryption = requireNonNull(kind, "kind");
            return this;
        }

        /** Default: the usual one for the encryption. */
        public Builder port(int number) {
            if (number < 1 || number > 65_535) {
                throw new IllegalArgumentException("a port must be from 1 to 65535");
            }
            port = Optional.of(number);
            return this;
        }

        /** How the application logs in at the mail server. Default: not at all. */
        public Builder login(String user, String password) {
            login = Optional.of(new SmtpSettings.Login(user, password));
            return this;
        }

        /** Whose certificates are trusted, for a server with one of the application's own. Default: the JVM's. */
        public Builder sockets(SSLSocketFactory factory) {
            sockets = Optional.of(factory);
            return this;
        }

        /** How long to wait to be connected, for each answer, and for each write. Default: 10 seconds. */
        public Builder timeout(Duration each) {
            if (each.toMillis() < 1 || each.toMillis() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a timeout must be from one millisecond to some weeks");
            }
            timeout = each;
            return this;
        }

        /** What the mail's date is read from. Default: the system's clock. */
        public Builder clock(Clock source) {
            clock = requireNonNull(source, "source");
            return this;
        }

        /**
         * The sender.
         *
         * @throws IllegalArgumentException when nothing is encrypted and the server is another machine
         */
        public SmtpSender build() {
            if (encryption == SmtpEncryption.NONE_ON_LOOPBACK && !isLoopback()) {
                throw new IllegalArgumentException(
                        "a mail server that is not this machine must be spoken to encrypted");
            }
            return new SmtpSender(
                    this,
                    new SmtpSettings(host, port.orElse(encryption.port()), from, encryption, login, sockets, timeout));
        }

        private boolean isLoopback() {
            try {
                return InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException unknown) {
                return false;
            }
        }
    }
}
