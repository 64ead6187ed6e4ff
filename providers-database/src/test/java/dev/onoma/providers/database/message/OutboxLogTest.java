package dev.onoma.providers.database.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The outbox, where a message is not sent,")
class OutboxLogTest {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(Outbox.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
    }

    @Test
    @DisplayName("sends on a thread of its own")
    void behindTheBack() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        List<String> threads = new CopyOnWriteArrayList<>();
        Outbox outbox = Outbox.of(message -> {
            threads.add(Thread.currentThread().getName());
            sent.countDown();
        });

        outbox.later(sender -> sender.send(Message.notice(MessageKind.PASSWORD_CHANGED, "ada@example.com")));

        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(threads).containsExactly("onoma-outbox");
    }

    @Test
    @DisplayName("logs of others' exceptions the type alone, since their words may quote an address")
    void others() {
        Outbox outbox = Outbox.of(
                message -> {
                    throw new IllegalStateException("no route to " + message.to());
                },
                Runnable::run);

        outbox.later(sender -> sender.send(Message.notice(MessageKind.PASSWORD_CHANGED, "ada@example.com")));

        assertThat(lines).containsExactly("a message was not sent: java.lang.IllegalStateException");
    }

    @Test
    @DisplayName("logs of our own exceptions what they say")
    void ours() {
        Outbox outbox = Outbox.of(
                message -> {
                    throw new MessageNotSentException("the mail server refused the message with 550");
                },
                Runnable::run);

        outbox.later(sender -> sender.send(Message.notice(MessageKind.PASSWORD_CHANGED, "ada@example.com")));

        assertThat(lines).containsExactly("a message was not sent: the mail server refused the message with 550");
    }

    @Test
    @DisplayName("drops what there is no room for, and says so")
    void full() {
        Outbox outbox = Outbox.of(message -> {}, work -> {
            throw new RejectedExecutionException();
        });

        outbox.later(sender -> sender.send(Message.notice(MessageKind.PASSWORD_CHANGED, "ada@example.com")));

        assertThat(lines).containsExactly("a message was dropped: too many are waiting");
    }
}
