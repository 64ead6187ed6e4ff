package dev.onoma.examples.web.account;

import dev.onoma.core.Refusal;
import dev.onoma.core.attribute.EmailAddress;
import java.util.Optional;

/**
 * What a form needs to be mended.
 *
 * @param field the field; empty for the form as a whole
 * @param sentence what to do about it
 */
record Problem(String field, String sentence) {
    /** One sentence for all logins that fail, whyever they do. */
    static final Problem NOT_SIGNED_IN = new Problem(
            "",
            "That address and password do not fit together, or were tried too often. Check both, or choose a new"
                    + " password.");

    static final Problem TOO_MANY_MESSAGES = new Problem("", "Too many messages were asked for. Try again in an hour.");

    /** What a person may be told of a refusal: it depends on its public code alone. */
    static Problem of(Refusal refusal) {
        return switch (refusal.publicCode()) {
            case "unacceptable_password" ->
                new Problem("chosen", "Take eight characters or more, and neither your name nor your address.");
            case "invalid_attribute" -> new Problem("name", "Take a shorter name, without special characters.");
            case "invalid_ticket" ->
                new Problem("", "That link was used, replaced by a newer one, or is too old. Ask for another one.");
            case "too_many_messages" -> TOO_MANY_MESSAGES;
            case "temporarily_unavailable" ->
                new Problem("", "Too much is going on here at the moment. Try again shortly.");
            default -> NOT_SIGNED_IN;
        };
    }

    /** What is wrong with what should be an address. */
    static Optional<Problem> ofAddress(String typed) {
        return EmailAddress.parse(typed).isPresent()
                ? Optional.empty()
                : Optional.of(new Problem("email", "Write an e-mail address, such as ada@example.com."));
    }
}
