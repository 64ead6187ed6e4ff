package dev.onoma.core.credential;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.EmailAddress;

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

    /** What was typed where an address or a user name is asked for: a user name is never an address. */
    public static LoginName typed(String text) {
        return EmailAddress.parse(text.strip()).map(LoginName::of).orElseGet(() -> username(text.strip()));
    }

    /** Its kind alone. */
    @Override
    public String toString() {
        return "LoginName[" + kind + "]";
    }
}
