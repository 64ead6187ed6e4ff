package dev.onoma.providers.database.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The outbox")
class OutboxTest {
    private static final Message NOTICE = Message.notice(MessageKind.PASSWORD_CHANGED, "ada@example.org");

    @Test
    @DisplayName("sends behind the back of whoever asks")
    void later() {
        List<Message> sent = new ArrayList<>();
        ArrayDeque<Runnable> waiting = new ArrayDeque<>();
        Outbox outbox = Outbox.of(sent::add, waiting::add);

        outbox.later(sender -> sender.send(NOTICE));
        assertThat(sent).isEmpty();
        waiting.remove().run();

        assertThat(sent).containsExactly(NOTICE);
    }

    @Test
    @DisplayName("has threads of its own, which outlive a sender that fails and keep no process alive")
    void threads() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(8);
        List<Boolean> daemons = new ArrayList<>();
        Outbox outbox = Outbox.of(message -> {
            synchronized (daemons) {
                daemons.add(Thread.currentThread().isDaemon());
            }
            sent.countDown();
            throw new IllegalStateException(message.to());
        });

        for (int i = 0; i < 8; i++) {
            outbox.later(sender -> sender.send(NOTICE));
        }

        assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(daemons).containsOnly(true);
    }

    @Test
    @DisplayName("drops what there is no room for, and throws nothing at whoever asked")
    void full() {
        Outbox outbox = Outbox.of(message -> {}, work -> {
            throw new RejectedExecutionException("full");
        });

        outbox.later(sender -> sender.send(NOTICE));
    }

    @Test
    @DisplayName("messages print what they are, and neither address nor ticket")
    void silent() {
        assertThat(Message.ticket(MessageKind.RESET_PASSWORD, "ada@example.org", "secret", java.time.Instant.EPOCH))
                .hasToString("Message[RESET_PASSWORD, EMAIL]");
        assertThat(Message.code(Channel.SMS, "+491", "123456", "secret", java.time.Instant.EPOCH))
                .hasToString("Message[LOGIN_CODE, SMS]");
    }
}
