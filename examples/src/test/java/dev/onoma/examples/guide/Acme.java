package dev.onoma.examples.guide;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Conversion;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.FlagState;
import dev.onoma.core.provider.Provider;
import dev.onoma.oauth.client.ClientAuthentication;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.client.ProfileApi;
import java.net.URI;
import java.util.Optional;

/** The provider of docs/adding-a-provider.md: {@link GuideTest} finds the guide's Java here and in the test itself. */
final class Acme {
    public static final Provider PROVIDER = Provider.named("acme")
            .social()
            .subject("account_id")
            .attribute(NAME, "display_name | username")
            .attribute(NICKNAME, "username")
            .attribute(PICTURE, "images[0].url")
            .email("email", Flag.claim("email_verified"))
            .build();

    /** The same provider, for which paths are not enough. */
    static final Provider CONVERTED = Provider.named("acme")
            .subject("account_id")
            .attribute(PICTURE, "avatar", Acme::picture)
            .email("emails", Acme::primaryAddress, Flag.claim("emails", Acme::verification))
            .errorDocument(document ->
                    document instanceof JsonObject object && object.has("error") && !object.has("account_id"))
            .build();

    private Acme() {}

    static Provider.Builder withinAWorkspace() {
        return Provider.named("acme").subject("account_id").subjectWithin("workspace");
    }

    static Provider.Builder withinOneWorkspace() {
        return Provider.named("acme").subject("account_id").subjectWithin("workspace", "workspace-7");
    }

    public static Connection.Builder connection(String name) {
        return Connection.of(name, PROVIDER);
    }

    private static Conversion picture(JsonValue avatar, JsonObject document) {
        if (!(avatar instanceof JsonString hash) || !hash.value().matches("[0-9a-f]{1,64}")) {
            return Conversion.unreadable("hash of a picture");
        }
        return Conversion.text("https://cdn.acme.example/avatars/" + hash.value() + ".png");
    }

    private static Conversion primaryAddress(JsonValue emails) {
        return emails instanceof JsonArray list
                ? list.elements().stream()
                        .filter(email -> is(email, "primary") && is(email, "verified"))
                        .map(Acme::address)
                        .findFirst()
                        .map(Conversion::text)
                        .orElse(Conversion.absent())
                : Conversion.unreadable("array");
    }

    private static FlagState verification(JsonValue emails, String address) {
        return emails instanceof JsonArray list
                        && list.elements().stream()
                                .anyMatch(email -> address(email).equals(address) && is(email, "verified"))
                ? FlagState.TRUE
                : FlagState.UNSAID;
    }

    private static boolean is(JsonValue email, String flag) {
        return email instanceof JsonObject object && object.get(flag).equals(Optional.of(JsonBoolean.TRUE));
    }

    private static String address(JsonValue email) {
        return email instanceof JsonObject object && object.get("email").orElse(email) instanceof JsonString text
                ? text.value()
                : "";
    }

    /** Live logins, in a package of their own where this is a module. */
    static final class Login {
        private Login() {}

        public static LoginClient.Builder of(
                URI site, Connection connection, String clientId, String secret, URI redirectUri) {
            return LoginClient.of(connection, clientId, redirectUri)
                    .secret(secret, ClientAuthentication.SECRET_POST)
                    .scope("profile", "email")
                    .endpoints(Endpoints.of(site + "/authorize", site + "/token"))
                    .claims(ProfileApi.at(URI.create(site + "/api/me")));
        }
    }
}
