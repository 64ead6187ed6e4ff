package dev.onoma.providers.apple;

import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Conversion;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Apple: id_tokens, and the form field {@code user} that comes through the browser at the first consent, and never again.
 * That field is the only place with a name. Nobody signed it: hand it over as {@code UNSIGNED_FORM}, and its address is
 * not looked at. A later login without a name keeps the stored one.
 *
 * <p>{@code is_private_email} says that the address is a relay of Apple's; it, {@code real_user_status} and {@code
 * transfer_sub}, the subject at the team that the application is moved to, stay in {@code profileData}. There is no
 * picture.
 *
 * @see <a href="https://developer.apple.com/documentation/signinwithapple/authenticating-users-with-sign-in-with-apple">
 *     Authenticating users with Sign in with Apple</a>
 */
public final class Apple {
    /** The table. */
    public static final Provider PROVIDER = Provider.named("apple")
            .social()
            .openIdConnect()
            .subject("sub")
            .attribute(NAME, "name", Apple::wholeName)
            .attribute(GIVEN_NAME, "name.firstName")
            .attribute(FAMILY_NAME, "name.lastName")
            .email("email", Flag.claim("email_verified"))
            .errorDocument(Apple::isError)
            .build();

    private Apple() {}

    /**
     * A connection to Apple, at each login of which what Apple says overwrites what is stored. Apple's subjects are one
     * team's: prefer {@link #connection(String, String)}, which notices when an application is moved to another.
     */
    public static Connection.Builder connection(String name) {
        return Connection.of(name, PROVIDER);
    }

    /** A connection to Apple for applications of a team, whose subjects are unique within it only. */
    public static Connection.Builder connection(String name, String teamId) {
        return connection(name).idSpace(teamId);
    }

    private static Conversion wholeName(JsonValue value) {
        if (!(value instanceof JsonObject name)) {
            return Conversion.unreadable("object");
        }
        return Conversion.text(Stream.of(name.get("firstName"), name.get("lastName"))
                .flatMap(Optional::stream)
                .filter(JsonString.class::isInstance)
                .map(part -> ((JsonString) part).value().strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    private static boolean isError(JsonValue document) {
        return document instanceof JsonObject object && object.has("error") && !object.has("sub");
    }
}
