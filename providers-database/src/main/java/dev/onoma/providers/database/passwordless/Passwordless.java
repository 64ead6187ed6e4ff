package dev.onoma.providers.database.passwordless;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import java.util.Optional;

/**
 * People who log in with a code that is sent to them: {@link CodeLogins} carries it out. Their subject is an id that is
 * drawn at the first login, never the address, and the address is verified.
 */
public final class Passwordless {
    /** People known by an e-mail address. */
    public static final Provider EMAIL = of(RootAttribute.EMAIL, "email");

    /** People known by a phone number. */
    public static final Provider SMS = of(RootAttribute.PHONE_NUMBER, "sms");

    static final String SUBJECT = "user_id";

    private Passwordless() {}

    private static Provider of(RootAttribute address, String name) {
        Provider.Builder provider = Provider.named(name).passwordless().subject("user_id");
        Flag flag = Flag.claim(address.flagName().orElseThrow());
        return (address == RootAttribute.EMAIL
                        ? provider.email(address.fieldName(), flag)
                        : provider.phone(address.fieldName(), flag))
                .build();
    }

    /** A connection whose users log in with codes by e-mail. Users set no address of their own that nobody confirmed. */
    public static Connection.Builder email(String name) {
        return Connection.of(name, EMAIL).confirmAddresses();
    }

    /** A connection whose users log in with codes by SMS. Users set no number of their own that nobody confirmed. */
    public static Connection.Builder sms(String name) {
        return Connection.of(name, SMS).confirmAddresses();
    }

    /** The attribute to which a connection's codes are sent; empty when it is none of these. */
    static Optional<RootAttribute> address(Connection connection) {
        if (connection.provider() == EMAIL) {
            return Optional.of(RootAttribute.EMAIL);
        }
        return connection.provider() == SMS ? Optional.of(RootAttribute.PHONE_NUMBER) : Optional.empty();
    }
}
