package dev.onoma.providers.database.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sender for development")
class DevelopmentSenderTest {
    private final MessageText texts = MessageText.builder("Acme").build();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private static Message code(String code) {
        return Message.code(Channel.EMAIL, "ada@example.com", code, "t", Instant.parse("2026-01-01T12:03:00Z"));
    }

    @Test
    @DisplayName("prints each message, with a line above that says that it was not sent")
    void prints() {
        DevelopmentSender sender =
                DevelopmentSender.printing(texts, new PrintStream(bytes, true, StandardCharsets.UTF_8));

        sender.send(code("012345"));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        "=== DEVELOPMENT: this message is shown here and was NOT sent ===",
                        "To: ada@example.com",
                        "Subject: Your code for Acme",
                        "012345");
        assertThat(sender.kept()).hasSize(1);
    }

    @Test
    @DisplayName("keeps the latest hundred messages, the newest first")
    void keeps() {
        DevelopmentSender sender = DevelopmentSender.keeping(texts);

        for (int i = 0; i < 101; i++) {
            sender.send(code("c" + i));
        }

        assertThat(sender.kept()).hasSize(100);
        assertThat(sender.kept().get(0).message().code()).contains("c100");
        assertThat(sender.kept().get(0).content().text()).contains("c100");
        assertThat(sender.kept().get(99).message().code()).contains("c1");
    }
}
