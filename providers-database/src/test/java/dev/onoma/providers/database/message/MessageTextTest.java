package dev.onoma.providers.database.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The text of a message")
class MessageTextTest {
    private static final Instant END = Instant.parse("2026-01-01T12:03:00Z");
    private static final URI PAGE = URI.create("https://acme.example/page");

    private final MessageText.Builder acme = MessageText.builder("Acme 100%");

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_EMAIL", "CHANGE_EMAIL", "RESET_PASSWORD"})
    @DisplayName("of a ticket has its link, with the token where no server sees it, and the time that it is good until")
    void ticket(MessageKind kind) {
        MessageContent content =
                acme.page(kind, PAGE).build().write(Message.ticket(kind, "ada@example.com", "Tick-et_1", END));

        assertThat(content.subject()).endsWith(" - Acme 100%");
        assertThat(content.text().lines()).contains("https://acme.example/page#token=Tick-et_1");
        assertThat(content.text()).contains("Acme 100%").contains("until 1 January 2026, 12:03 UTC");
    }

    @Test
    @DisplayName("has the token in the query where pages have no scripts, behind what is there already")
    void query() {
        MessageText texts = acme.page(MessageKind.VERIFY_EMAIL, URI.create("https://acme.example/v?lang=en"))
                .page(MessageKind.RESET_PASSWORD, PAGE)
                .tokensInQuery()
                .build();

        assertThat(texts.write(Message.ticket(MessageKind.VERIFY_EMAIL, "a@b.example", "t1", END))
                        .text()
                        .lines())
                .contains("https://acme.example/v?lang=en&token=t1");
        assertThat(texts.write(Message.ticket(MessageKind.RESET_PASSWORD, "a@b.example", "t2", END))
                        .text()
                        .lines())
                .contains("https://acme.example/page?token=t2");
    }

    @Test
    @DisplayName("of a code has the code, and the link where there is a page for it; neither is in the subject")
    void code() {
        Message message = Message.code(Channel.EMAIL, "ada@example.com", "012345", "link-1", END);

        MessageContent plain = acme.build().write(message);
        MessageContent linked = acme.page(MessageKind.LOGIN_CODE, PAGE).build().write(message);

        assertThat(plain.text()).contains("012345").doesNotContain("link-1");
        assertThat(linked.text().lines()).contains("012345", "https://acme.example/page#token=link-1");
        assertThat(linked.subject()).doesNotContain("012345");
    }

    @Test
    @DisplayName("of a code by SMS is one line, without a link")
    void sms() {
        MessageContent content = acme.page(MessageKind.LOGIN_CODE, PAGE)
                .build()
                .write(Message.code(Channel.SMS, "+4915123456789", "012345", "link-1", END));

        assertThat(content.text()).isEqualTo("012345 is your code for Acme 100%. Tell it to nobody.");
    }

    @ParameterizedTest
    @EnumSource(names = {"ALREADY_SIGNED_UP", "PASSWORD_CHANGED", "EMAIL_CHANGED"})
    @DisplayName("of a notice says what happened, and has no link")
    void notice(MessageKind kind) {
        MessageContent content = acme.build().write(Message.notice(kind, "ada@example.com"));

        assertThat(content.text()).contains("Acme 100%").doesNotContain("http");
    }

    @Test
    @DisplayName("of a ticket without a page is an error of the application")
    void noPage() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> acme.build().write(Message.ticket(MessageKind.VERIFY_EMAIL, "ada@example.com", "t", END)))
                .withMessageContaining("VERIFY_EMAIL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.example/",
                "/page",
                "https:page",
                "javascript:alert(1)",
                "https://acme.example/#here",
                "https://user@acme.example/"
            })
    @DisplayName("links to nothing but pages by https without a fragment")
    void pages(String page) {
        assertThatIllegalArgumentException().isThrownBy(() -> acme.page(MessageKind.VERIFY_EMAIL, URI.create(page)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/v", "http://127.0.0.1/v", "http://[::1]:8080/v"})
    @DisplayName("links to the machine itself without https, for development")
    void loopback(String page) {
        MessageText texts =
                acme.page(MessageKind.VERIFY_EMAIL, URI.create(page)).build();

        assertThat(texts.write(Message.ticket(MessageKind.VERIFY_EMAIL, "a@b.example", "t", END))
                        .text())
                .contains(page + "#token=t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Acme\r\nBcc: eve@example.com", "Ac\u0000me"})
    @DisplayName("has a name of one line in it")
    void names(String application) {
        assertThatIllegalArgumentException().isThrownBy(() -> MessageText.builder(application));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello\r\nBcc: eve@example.com", "Hello\nthere", "a\u0085b"})
    @DisplayName("has no subject that goes on in another header, whoever writes it")
    void subject(String subject) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageContent(subject, "text"));
    }
}
