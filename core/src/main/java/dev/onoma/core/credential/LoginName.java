package dev.onoma.core.credential;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limits;
import dev.onoma.core.attribute.AttributeFormat;
import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import java.util.Optional;

/**
 * What a person types to say who they are, in the form in which it is compared. Unique within a connection.
 *
 * @param kind what it is
 * @param key what two spellings share: {@link EmailAddress#key()}, a user name in lower case, a phone number in E.164
 */
public record LoginName(Kind kind, String key) {
    public LoginName {
        requireNonNull(kind, "kind");
        requireNonNull(key, "key");
    }

    /** What a name is. */
    public enum Kind {
        EMAIL,
        USERNAME,
        PHONE_NUMBER
    }

    public static LoginName of(EmailAddress address) {
        return new LoginName(Kind.EMAIL, address.key());
    }

    /** A user name; letters A-Z count as lower-case ones. */
    public static LoginName username(String name) {
        return new LoginName(Kind.USERNAME, Characters.lowerAscii(name));
    }

    /** A phone number that is in E.164 already. */
    public static LoginName phoneNumber(String number) {
        return new LoginName(Kind.PHONE_NUMBER, number);
    }

    /** The same, within the standard limits. */
    public static Optional<LoginName> typed(String text) {
        return typed(text, Limits.STANDARD);
    }

    /**
     * What was typed where an address or a user name is asked for: a user name is never an address. Empty when it is
     * neither, so that no user can have it.
     *
     * @param limits those of the connection where the user would be
     */
    public static Optional<LoginName> typed(String text, Limits limits) {
        String name = text.strip();
        Optional<EmailAddress> address = EmailAddress.parse(name, limits);
        if (address.isPresent()) {
            return address.map(LoginName::of);
        }
        return AttributeFormat.violation(RootAttribute.USERNAME, name, limits).isEmpty()
                ? Optional.of(username(name))
                : Optional.empty();
    }

    /** Its kind alone. */
    @Override
    public String toString() {
        return "LoginName[" + kind + "]";
    }
}
