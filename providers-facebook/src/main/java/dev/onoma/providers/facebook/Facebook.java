package dev.onoma.providers.facebook;

import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Converter;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;

/**
 * Facebook: the Graph API's {@code /me}, and the claims of Limited Login. A missing e-mail address is an ordinary case
 * (phone-only accounts, declined scope), and an address never counts as verified by itself: Facebook does not say, and
 * {@code verified} is about the account.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/user/">Graph API, user</a>
 * @see <a href="https://developers.facebook.com/docs/facebook-login/limited-login/token/">Limited Login, token</a>
 */
public final class Facebook {
    /** The table. */
    public static final Provider PROVIDER = Provider.named("facebook")
            .social()
            .openIdConnect()
            .subject("id | sub")
            .attribute(NAME, "name")
            .attribute(GIVEN_NAME, "first_name | given_name")
            .attribute(FAMILY_NAME, "last_name | family_name")
            .attribute(PICTURE, "picture.data.url")
            .attribute(PICTURE, "picture", Converter.text().orAbsentWhenObject())
            .absentWhen(PICTURE, "picture.data.is_silhouette")
            .email("email", Flag.unsaid())
            .errorDocument(Facebook::isError)
            .build();

    private Facebook() {}

    /**
     * A connection to Facebook, at each login of which Facebook's root attributes overwrite the stored ones. Facebook's
     * ids are one app's: prefer {@link #connection(String, String)}, which notices when the app changes.
     */
    public static Connection.Builder connection(String name) {
        return Connection.of(name, PROVIDER);
    }

    /** A connection to Facebook through an app, whose ids are unique within that app only. */
    public static Connection.Builder connection(String name, String appId) {
        return connection(name).idSpace(appId);
    }

    /** The Graph API reports errors in the body, also with status 200: an object with {@code error}, or {@code false}. */
    private static boolean isError(JsonValue document) {
        return document == JsonBoolean.FALSE || (document instanceof JsonObject object && object.has("error"));
    }
}
