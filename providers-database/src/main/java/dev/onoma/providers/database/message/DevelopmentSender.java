package dev.onoma.providers.database.message;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * For development alone, never for production: sends nothing, and shows every message with its code and its link to
 * whoever looks at it. It says so, in the log when it is made and above each message. Thread-safe.
 */
public final class DevelopmentSender implements MessageSender {
    private static final Logger LOG = System.getLogger(DevelopmentSender.class.getName());
    private static final int MOST_KEPT = 100;
    private static final String BANNER = "=== DEVELOPMENT: this message is shown here and was NOT sent ===";

    private final MessageWriter writer;
    private final Optional<PrintStream> out;
    private final Deque<Kept> kept = new ArrayDeque<>();

    private DevelopmentSender(MessageWriter writer, Optional<PrintStream> out) {
        this.writer = requireNonNull(writer, "writer");
        this.out = out;
        LOG.log(
                Level.WARNING,
                "messages are shown and not sent: anybody who sees them can log in as anybody; never in production");
    }

    /** A sender that keeps the latest hundred messages, for a page to show. */
    public static DevelopmentSender keeping(MessageWriter writer) {
        return new DevelopmentSender(writer, Optional.empty());
    }

    /** A sender that prints each message, and keeps it, too. */
    public static DevelopmentSender printing(MessageWriter writer, PrintStream out) {
        return new DevelopmentSender(writer, Optional.of(out));
    }

    @Override
    public void send(Message message) {
        Kept shown = new Kept(message, writer.write(message));
        synchronized (kept) {
            kept.addFirst(shown);
            if (kept.size() > MOST_KEPT) {
                kept.removeLast();
            }
        }
        out.ifPresent(stream -> stream.println(String.join(
                System.lineSeparator(),
                BANNER,
                "To: " + message.to(),
                "Subject: " + shown.content().subject(),
                "",
                shown.content().text())));
    }

    /** The latest messages, the newest first. */
    public List<Kept> kept() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    @Override
    public String toString() {
        return "DevelopmentSender";
    }

    /**
     * A message that was not sent.
     *
     * @param message the message
     * @param content what the person would have read
     */
    public record Kept(Message message, MessageContent content) {
        public Kept {
            requireNonNull(message, "message");
            requireNonNull(content, "content");
        }
    }
}
