package dev.onoma.providers.database.message.smtp;

import dev.onoma.core.attribute.EmailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/** Addresses as mail goes there. */
final class Mailbox {
    private Mailbox() {}

    /** One address, and nothing that a header could take for more; its domain as punycode. Empty for anything else. */
    static Optional<InternetAddress> of(String text) {
        Optional<EmailAddress> address = EmailAddress.parse(text);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String plain = address.get().localPart() + "@" + address.get().domain();
        try {
            InternetAddress[] parsed = InternetAddress.parse(plain, true);
            boolean same = parsed.length == 1
                    && plain.equals(parsed[0].getAddress())
                    && parsed[0].getPersonal() == null
                    && !parsed[0].isGroup();
            return same ? Optional.of(parsed[0]) : Optional.empty();
        } catch (AddressException none) {
            return Optional.empty();
        }
    }

    static boolean isAscii(InternetAddress address) {
        return address.getAddress().chars().allMatch(c -> c < 0x80);
    }
}
