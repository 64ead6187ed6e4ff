package dev.onoma.testkit;

import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.Login;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import java.util.Map;

/**
 * The developer's provider: <b>zero security</b>. Whoever fills in its form is whoever the form says, with an address
 * as verified as the form says. It is for tests, and for the first day of an application, before there is a client id;
 * and it is the tutorial: this is all that a provider is.
 *
 * <pre>{@code
 * var logins = LoginProcessor.builder(new InMemoryUserStore()).connection(Developer.connection("developer").build()).build();
 * User ada = logins.login(Developer.login("developer", Map.of("id", "ada", "name", "Ada"))).orElseThrow();
 * }</pre>
 *
 * <p>The fields of the form, of which only {@code id} is needed: {@code id name given_name family_name nickname picture
 * email email_verified phone_number phone_verified}.
 */
public final class Developer {
    /** The table. */
    public static final Provider PROVIDER = Provider.named("developer")
            .subject("id")
            .attribute(NAME, "name")
            .attribute(GIVEN_NAME, "given_name")
            .attribute(FAMILY_NAME, "family_name")
            .attribute(NICKNAME, "nickname")
            .attribute(PICTURE, "picture")
            .email("email", Flag.claim("email_verified"))
            .phone("phone_number", Flag.claim("phone_verified"))
            .build();

    private Developer() {}

    /** A connection to it. */
    public static Connection.Builder connection(String name) {
        return Connection.of(name, PROVIDER);
    }

    /**
     * A login with what the form says. It is passed off as a userinfo response, which nobody fetched: an honest
     * {@link Evidence#UNSIGNED_FORM} would name no subject.
     *
     * @param connection the connection's name
     */
    public static Login login(String connection, Map<String, String> form) {
        return Login.of(connection, Claims.of(form, Evidence.USERINFO_RESPONSE));
    }
}
