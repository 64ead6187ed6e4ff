package dev.onoma.providers.database.message.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Why a message was not sent, in words that quote nobody. */
final class SmtpFailure {
    private SmtpFailure() {}

    static String of(MessagingException failed) {
        OptionalInt reply = OptionalInt.empty();
        Exception each = failed;
        while (each instanceof MessagingException next) {
            if (next instanceof AuthenticationFailedException) {
                return "the mail server does not let the application log in";
            }
            // The innermost is the most precise: a message with one recipient fails by its recipient.
            reply = reply(next).isPresent() ? reply(next) : reply;
            each = next.getNextException();
        }
        if (reply.isPresent()) {
            return "the mail server refused the message with " + reply.getAsInt();
        }
        return each == null
                ? "the mail server does not do what is asked of it, encryption perhaps"
                : "the mail server could not be spoken to: " + each.getClass().getSimpleName();
    }

    private static OptionalInt reply(MessagingException failed) {
        if (failed instanceof SMTPAddressFailedException recipient) {
            return OptionalInt.of(recipient.getReturnCode());
        }
        if (failed instanceof SMTPSenderFailedException sender) {
            return OptionalInt.of(sender.getReturnCode());
        }
        return failed instanceof SMTPSendFailedException whole
                ? OptionalInt.of(whole.getReturnCode())
                : OptionalInt.empty();
    }
}
