package dev.onoma.providers.google;

import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Conversion;
import dev.onoma.core.provider.Converter;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import java.util.Optional;

/**
 * Google: decoded id_token claims and userinfo (v3), and the shapes that older applications still meet: userinfo v1
 * and v2, with {@code id} and {@code verified_email}, and Google+ people.
 *
 * <p>{@code hd}, which alone proves membership of a Workspace domain, stays in {@code profileData}.
 *
 * @see <a href="https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload">An ID
 *     token's payload</a>
 */
public final class Google {
    /** The table. */
    public static final Provider PROVIDER = Provider.named("google-oauth2")
            .social()
            .openIdConnect()
            .subject("sub | id")
            .attribute(NAME, "name", Google::wholeName)
            .attribute(NAME, "displayName")
            .attribute(GIVEN_NAME, "given_name | name.givenName")
            .attribute(FAMILY_NAME, "family_name | name.familyName")
            .attribute(PICTURE, "picture | image.url")
            .absentWhen(PICTURE, "image.isDefault")
            .email("email", Flag.claim("email_verified | verified_email"))
            .email("emails", Google::accountAddress, Flag.unsaid())
            .errorDocument(Google::isError)
            .build();

    private Google() {}

    /** A connection to Google, at each login of which Google's root attributes overwrite the stored ones. */
    public static Connection.Builder connection(String name) {
        return Connection.of(name, PROVIDER);
    }

    /** Google+ has the parts of the name there, for the rules of given and family name to find. */
    private static Conversion wholeName(JsonValue name) {
        boolean parts = name instanceof JsonObject object && (object.has("givenName") || object.has("familyName"));
        return parts ? Conversion.absent() : Converter.text().convert(name);
    }

    /** Google+ lists addresses by type; the one of type {@code account} belongs to the Google account. */
    private static Conversion accountAddress(JsonValue emails) {
        if (!(emails instanceof JsonArray array)) {
            return Conversion.unreadable("array");
        }
        for (JsonValue element : array.elements()) {
            if (element instanceof JsonObject email
                    && email.get("type").equals(Optional.of(new JsonString("account")))
                    && email.get("value").orElse(email) instanceof JsonString address) {
                return Conversion.text(address.value());
            }
        }
        return Conversion.absent();
    }

    private static boolean isError(JsonValue document) {
        return document instanceof JsonObject object && object.has("error") && !object.has("sub") && !object.has("id");
    }
}
