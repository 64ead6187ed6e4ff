package dev.onoma.providers.linkedin;

import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;

/**
 * LinkedIn: id_tokens and userinfo, and the documents of its older API, {@code /v2/me} with the answer of {@code
 * /v2/emailAddress} merged into it.
 *
 * <p>Subjects are one application's, and {@code id} of the older API is not {@code sub} of OpenID Connect: who moves
 * from one to the other has other subjects.
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2">Sign
 *     In with LinkedIn using OpenID Connect</a>
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/shared/integrations/people/profile-api">Profile API</a>
 */
public final class LinkedIn {
    /** The table. */
    public static final Provider PROVIDER = Provider.named("linkedin")
            .social()
            .openIdConnect()
            .subject("sub | id")
            .attribute(NAME, "name")
            .attribute(GIVEN_NAME, "given_name")
            .attribute(GIVEN_NAME, "firstName", MultiLocale::text)
            .attribute(FAMILY_NAME, "family_name")
            .attribute(FAMILY_NAME, "lastName", MultiLocale::text)
            .attribute(PICTURE, "picture")
            .attribute(PICTURE, "profilePicture.displayImage~.elements", DisplayImage::address)
            .email("email", Flag.claim("email_verified"))
            .email("elements[0].handle~.emailAddress", Flag.unsaid())
            .errorDocument(LinkedIn::isError)
            .build();

    private LinkedIn() {}

    /**
     * A connection to LinkedIn, at each login of which LinkedIn's root attributes overwrite the stored ones. LinkedIn's
     * subjects are one application's: prefer {@link #connection(String, String)}, which notices when it changes.
     */
    public static Connection.Builder connection(String name) {
        return Connection.of(name, PROVIDER);
    }

    /** A connection to LinkedIn through an application, whose subjects are unique within it only. */
    public static Connection.Builder connection(String name, String clientId) {
        return connection(name).idSpace(clientId);
    }

    private static boolean isError(JsonValue document) {
        return document instanceof JsonObject object
                && (object.has("serviceErrorCode") || object.has("error"))
                && !object.has("sub")
                && !object.has("id");
    }
}
