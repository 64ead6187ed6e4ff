package dev.onoma.providers.database.message.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.providers.database.message.Channel;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.MessageContent;
import dev.onoma.providers.database.message.MessageNotSentException;
import dev.onoma.providers.database.message.MessageText;
import dev.onoma.providers.database.message.MessageWriter;
import dev.onoma.providers.database.message.smtp.MailServer.Habit;
import dev.onoma.testkit.TestClock;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The sender by SMTP")
class SmtpSenderTest {
    private static final Instant END = Instant.parse("2026-01-01T12:03:00Z");

    @TempDir
    private static Path folder;

    private static SSLSocketFactory localhost;
    private static SSLSocketFactory elsewhere;

    private final MessageWriter texts = MessageText.builder("Acm\u00e9").build();

    @BeforeAll
    static void certificates() throws Exception {
        localhost = Certificates.sockets(folder, "localhost");
        elsewhere = Certificates.sockets(folder, "elsewhere.example");
    }

    private static Message code(String to) {
        return Message.code(Channel.EMAIL, to, "012345", "zq7link", END);
    }

    private SmtpSender.Builder to(MailServer server) {
        return SmtpSender.builder("localhost", "no-reply@acme.example", texts)
                .port(server.port())
                .sockets(localhost)
                .clock(TestClock.fixed())
                .timeout(Duration.ofSeconds(10));
    }

    private static MessageNotSentException failure(SmtpSender sender, Message message) {
        try {
            sender.send(message);
        } catch (MessageNotSentException failed) {
            return failed;
        }
        throw new AssertionError("the message was sent");
    }

    @Test
    @DisplayName("sends plain text in UTF-8 over a connection that it encrypts first")
    void starttls() throws Exception {
        try (MailServer server = new MailServer(localhost, Habit.STARTTLS)) {
            to(server).build().send(code("ada@example.com"));

            MailServer.Mail mail = server.mails.get(0);
            assertThat(mail.encrypted()).isTrue();
            assertThat(mail.from()).startsWith("MAIL FROM:<no-reply@acme.example>");
            assertThat(mail.to()).containsExactly("RCPT TO:<ada@example.com>");
            MimeMessage read =
                    new MimeMessage(null, new ByteArrayInputStream(mail.data().getBytes(StandardCharsets.UTF_8)));
            assertThat(read.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
            assertThat(read.getSubject()).isEqualTo("Your code for Acm\u00e9");
            assertThat((String) read.getContent())
                    .contains("Your code for Acm\u00e9:")
                    .contains("012345");
            assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(read.getSentDate()).isEqualTo(Date.from(TestClock.START));
            assertThat(read.getMessageID()).endsWith("@acme.example>");
        }
    }

    @Test
    @DisplayName("sends nothing, and says neither sender nor recipient, to a server that does not encrypt")
    void noStarttls() throws Exception {
        try (MailServer server = new MailServer(localhost)) {
            MessageNotSentException failed = failure(to(server).build(), code("ada@example.com"));

            assertThat(failed.code()).isEqualTo("message_not_sent");
            assertThat(server.mails).isEmpty();
            assertThat(server.commands).noneMatch(line -> line.contains("@"));
        }
    }

    @Test
    @DisplayName("sends nothing to a server whose certificate is another name's")
    void wrongName() throws Exception {
        try (MailServer server = new MailServer(elsewhere, Habit.STARTTLS)) {
            failure(to(server).sockets(elsewhere).build(), code("ada@example.com"));

            assertThat(server.mails).isEmpty();
        }
    }

    @Test
    @DisplayName("sends nothing to a server whose certificate nobody vouches for")
    void untrusted() throws Exception {
        try (MailServer server = new MailServer(localhost, Habit.IMPLICIT_TLS)) {
            failure(
                    SmtpSender.builder("localhost", "no-reply@acme.example", texts)
                            .port(server.port())
                            .encryption(SmtpEncryption.IMPLICIT_TLS)
                            .build(),
                    code("ada@example.com"));

            assertThat(server.commands).isEmpty();
        }
    }

    @Test
    @DisplayName("encrypts from the first byte where it is told to")
    void implicitTls() throws Exception {
        try (MailServer server = new MailServer(localhost, Habit.IMPLICIT_TLS)) {
            to(server).encryption(SmtpEncryption.IMPLICIT_TLS).build().send(code("ada@example.com"));

            assertThat(server.mails).singleElement().matches(MailServer.Mail::encrypted);
        }
    }

    @Test
    @DisplayName("leaves encryption out for the machine itself alone")
    void unencrypted() throws Exception {
        try (MailServer server = new MailServer(localhost)) {
            to(server).encryption(SmtpEncryption.NONE_ON_LOOPBACK).build().send(code("ada@example.com"));

            assertThat(server.mails).hasSize(1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpSender.builder("192.0.2.1", "no-reply@acme.example", texts)
                        .encryption(SmtpEncryption.NONE_ON_LOOPBACK)
                        .build());
    }

    @Test
    @DisplayName("logs in at the server, and says when it is not let in without telling as whom")
    void login() throws Exception {
        try (MailServer server = new MailServer(localhost, Habit.STARTTLS, Habit.AUTH)) {
            to(server).login("user", "right").build().send(code("ada@example.com"));
            MessageNotSentException failed =
                    failure(to(server).login("user", "wrong").build(), code("ada@example.com"));

            assertThat(server.mails).hasSize(1);
            assertThat(failed).hasMessage("the mail server does not let the application log in");
        }
    }

    @Test
    @DisplayName("tells of a refused recipient the server's number, and nothing of what it quotes")
    void refused() throws Exception {
        try (MailServer server = new MailServer(localhost, Habit.STARTTLS, Habit.REFUSES_RECIPIENTS)) {
            MessageNotSentException failed = failure(to(server).build(), code("zq7@example.com"));

            StringWriter trace = new StringWriter();
            failed.printStackTrace(new PrintWriter(trace));
            assertThat(failed).hasMessage("the mail server refused the message with 550");
            assertThat(trace.toString()).doesNotContain("zq7");
        }
    }

    @Test
    @DisplayName("gives up on a server that is not there, or says nothing")
    void unreachable() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        assertThatExceptionOfType(MessageNotSentException.class)
                .isThrownBy(() -> SmtpSender.builder("localhost", "no-reply@acme.example", texts)
                        .port(nobody)
                        .build()
                        .send(code("zq7@example.com")))
                .withMessageNotContaining("zq7");
        try (MailServer server = new MailServer(localhost, Habit.SAYS_NOTHING)) {
            failure(to(server).timeout(Duration.ofMillis(200)).build(), code("ada@example.com"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com\r\nBcc: eve@example.com",
                "x<eve@example.com>",
                "a,eve@example.com",
                "friends:eve@example.com;",
                "eve",
                ""
            })
    @DisplayName("sends nothing to what could be another address, or a header")
    void injection(String address) throws Exception {
        try (MailServer server = new MailServer(localhost, Habit.STARTTLS)) {
            MessageNotSentException failed = failure(to(server).build(), code(address));

            assertThat(failed).hasMessage("the address is not one that mail can be sent to");
            assertThat(server.commands).isEmpty();
        }
    }

    @Test
    @DisplayName("I-16: sends to a non-ASCII mailbox as it is, to a domain as punycode")
    void utf8() throws Exception {
        try (MailServer server = new MailServer(localhost, Habit.STARTTLS, Habit.SMTPUTF8)) {
            to(server).build().send(code("m\u0131ke@b\u00fccher.example"));

            assertThat(server.mails.get(0).to()).containsExactly("RCPT TO:<m\u0131ke@xn--bcher-kva.example>");
            assertThat(server.mails.get(0).from()).endsWith(" SMTPUTF8");
        }
    }

    @Test
    @DisplayName("I-16: sends nothing to a non-ASCII mailbox where the server would make other letters of it")
    void noUtf8() throws Exception {
        try (MailServer server = new MailServer(localhost, Habit.STARTTLS)) {
            failure(to(server).build(), code("m\u0131ke@example.com"));

            assertThat(server.mails).isEmpty();
            assertThat(server.commands).noneMatch(line -> line.startsWith("RCPT"));
        }
    }

    @Test
    @DisplayName("takes a domain with other than ASCII letters to any server")
    void punycode() throws Exception {
        try (MailServer server = new MailServer(localhost, Habit.STARTTLS)) {
            to(server).build().send(code("ada@b\u00fccher.example"));

            assertThat(server.mails.get(0).to()).containsExactly("RCPT TO:<ada@xn--bcher-kva.example>");
        }
    }

    @Test
    @DisplayName("sends a text that looks like the end of a mail as it is")
    void dots() throws Exception {
        MessageWriter dotted = message -> new MessageContent("Dots", "one\n.\nRCPT TO:<eve@example.com>\n");
        try (MailServer server = new MailServer(localhost, Habit.STARTTLS)) {
            SmtpSender.builder("localhost", "no-reply@acme.example", dotted)
                    .port(server.port())
                    .sockets(localhost)
                    .build()
                    .send(code("ada@example.com"));

            assertThat(server.mails).hasSize(1);
            assertThat(server.commands)
                    .filteredOn(line -> line.startsWith("RCPT"))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("brings no SMS")
    void sms() throws Exception {
        try (MailServer server = new MailServer(localhost, Habit.STARTTLS)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            to(server).build().send(Message.code(Channel.SMS, "+4915123456789", "012345", "t", END)))
                    .withMessageNotContaining("4915");
        }
    }

    @Test
    @DisplayName("leaves no address, code, link or password in any log, at the finest level")
    void silent() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        try (MailServer server = new MailServer(localhost, Habit.STARTTLS, Habit.AUTH)) {
            SmtpSender sender = to(server).login("user", "right").build();
            sender.send(code("zq7@zq7.example"));
            lines.add(sender.toString());
            assertThat(server.commands).anyMatch(line -> line.contains("dXNlcgB1c2VyAHJpZ2h0"));
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
        }

        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain("zq7")
                        .doesNotContain("012345")
                        .doesNotContain("dXNlcgB1c2VyAHJpZ2h0"));
    }

    @Test
    @DisplayName("is built with a server, a sender, a port and times that can be")
    void misconfigured() {
        assertThatIllegalArgumentException().isThrownBy(() -> SmtpSender.builder(" ", "a@b.example", texts));
        assertThatIllegalArgumentException().isThrownBy(() -> SmtpSender.builder("localhost", "nobody", texts));
        SmtpSender.Builder builder = SmtpSender.builder("localhost", "a@b.example", texts);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
    }
}
