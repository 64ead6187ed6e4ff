package dev.onoma.core.attribute;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import java.net.IDN;
import java.util.Optional;

/**
 * An e-mail address, compared as mail systems may be trusted to: letters A-Z without regard to case, the domain as
 * punycode, a local part with other than ASCII characters exactly. Dots and plus signs are not folded. Nothing depends
 * on the machine's locale.
 *
 * <p>Where converting the domain to punycode would do more than convert it (IDNA 2003 turns {@code ß} into
 * {@code ss}), the domain is compared as it is written: two spellings of one mailbox may then count as two, never two
 * mailboxes as one.
 */
public final class EmailAddress {
    private final String text;
    private final int at;
    private final String key;

    private EmailAddress(String text, int at) {
        this.text = text;
        this.at = at;
        this.key = localKey(text.substring(0, at)) + "@" + domainKey(text.substring(at + 1));
    }

    /**
     * An address by its text; empty when it is none: not exactly one {@code @} with text on both sides, white space, a
     * control character or a lone surrogate, or longer than the limits.
     */
    public static Optional<EmailAddress> parse(String text, Limits limits) {
        return isAddress(text, limits) ? Optional.of(new EmailAddress(text, text.indexOf('@'))) : Optional.empty();
    }

    /** An address by its text, within the standard limits. */
    public static Optional<EmailAddress> parse(String text) {
        return parse(text, Limits.STANDARD);
    }

    /**
     * An address that was accepted before, whatever the limits were then.
     *
     * @throws IllegalArgumentException when the text holds no {@code @}
     */
    public static EmailAddress of(String accepted) {
        if (accepted.indexOf('@') < 0) {
            throw new IllegalArgumentException("an e-mail address must hold an @");
        }
        return new EmailAddress(accepted, accepted.indexOf('@'));
    }

    static boolean isAddress(String text, Limits limits) {
        int at = text.indexOf('@');
        return at > 0
                && at < text.length() - 1
                && text.indexOf('@', at + 1) < 0
                && Characters.atMost(text, limits.of(Limit.EMAIL_CHARACTERS))
                && Characters.count(text, 0, at) <= limits.of(Limit.EMAIL_LOCAL_CHARACTERS)
                && (Characters.isVisibleAscii(text)
                        || (!Characters.hasSpaceOrControl(text) && !Characters.isUnsafe(text)));
    }

    /** Whether two texts, both of them addresses, are one address. */
    public static boolean same(String one, String other) {
        return one.equals(other) || of(one).equals(of(other));
    }

    /** The address as it was written. */
    public String text() {
        return text;
    }

    /** What is before the {@code @}, as it was written. */
    public String localPart() {
        return text.substring(0, at);
    }

    /** The domain as it is compared. */
    public String domain() {
        return key.substring(key.lastIndexOf('@') + 1);
    }

    /** What is equal for two spellings of one address: the key of an index. */
    public String key() {
        return key;
    }

    private static String localKey(String local) {
        return Characters.isAscii(local) ? Characters.lowerAscii(local) : local;
    }

    /** A domain as it is compared, for configuration that names domains. */
    public static String domainKey(String domain) {
        String lower = Characters.lowerAscii(domain);
        if (Characters.isAscii(lower)) {
            return lower;
        }
        try {
            String ascii = IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED);
            return IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED).equals(lower) ? Characters.lowerAscii(ascii) : lower;
        } catch (IllegalArgumentException notIdna) {
            return lower;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress address && key.equals(address.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "EmailAddress";
    }
}
