package dev.onoma.providers.database.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person is sent. Its text form tells neither the address nor what must be known there alone.
 *
 * @param kind what for
 * @param channel by which way
 * @param to an e-mail address, or a phone number in E.164
 * @param token what a link holds, of letters, digits, {@code -} and {@code _}: a ticket, or what stands for a code;
 *     empty for a notice
 * @param code the digits to be typed; empty for what is no code
 * @param expiresAt until when they are good; empty for a notice
 */
public record Message(
        MessageKind kind,
        Channel channel,
        String to,
        Optional<String> token,
        Optional<String> code,
        Optional<Instant> expiresAt) {
    public Message {
        requireNonNull(kind, "kind");
        requireNonNull(channel, "channel");
        requireNonNull(to, "to");
        requireNonNull(token, "token");
        requireNonNull(code, "code");
        requireNonNull(expiresAt, "expiresAt");
    }

    /** A notice by e-mail, in which nothing is secret. */
    public static Message notice(MessageKind kind, String to) {
        return new Message(kind, Channel.EMAIL, to, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A ticket by e-mail. */
    public static Message ticket(MessageKind kind, String to, String ticket, Instant expiresAt) {
        return new Message(kind, Channel.EMAIL, to, Optional.of(ticket), Optional.empty(), Optional.of(expiresAt));
    }

    /** A code, and what a link holds in its place. */
    public static Message code(Channel channel, String to, String code, String token, Instant expiresAt) {
        return new Message(
                MessageKind.LOGIN_CODE, channel, to, Optional.of(token), Optional.of(code), Optional.of(expiresAt));
    }

    /** Kind and channel. */
    @Override
    public String toString() {
        return "Message[" + kind + ", " + channel + "]";
    }
}
