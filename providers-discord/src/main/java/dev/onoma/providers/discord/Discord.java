package dev.onoma.providers.discord;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Conversion;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;

/**
 * Discord: the user object of {@code /users/@me}. {@code verified} is the flag of the address here, not of the account.
 * A picture is a hash, of which the address is made; who has none gets none, rather than one of Discord's own.
 *
 * @see <a href="https://discord.com/developers/docs/resources/user#user-object">User object</a>
 * @see <a href="https://discord.com/developers/docs/reference#image-formatting">Image formatting</a>
 */
public final class Discord {
    private static final String AVATARS = "https://cdn.discordapp.com/avatars/";

    /** The table. */
    public static final Provider PROVIDER = Provider.named("discord")
            .social()
            .subject("id")
            .attribute(NAME, "global_name | username")
            .attribute(NICKNAME, "username")
            .attribute(PICTURE, "avatar", Discord::picture)
            .email("email", Flag.claim("verified"))
            .errorDocument(Discord::isError)
            .build();

    private Discord() {}

    /** A connection to Discord, at each login of which Discord's root attributes overwrite the stored ones. */
    public static Connection.Builder connection(String name) {
        return Connection.of(name, PROVIDER);
    }

    /** A hash that begins with {@code a_} is of a picture that moves. */
    private static Conversion picture(JsonValue avatar, JsonObject user) {
        if (!(avatar instanceof JsonString hash)) {
            return Conversion.unreadable("string");
        }
        String id = user.get("id").map(Discord::text).orElse("");
        if (!hash.value().matches("[0-9A-Za-z_]{1,64}") || !id.matches("[0-9]{1,20}")) {
            return Conversion.unreadable("hash of a picture beside its owner's id");
        }
        String format = hash.value().startsWith("a_") ? ".gif" : ".png";
        return Conversion.text(AVATARS + id + "/" + hash.value() + format);
    }

    private static String text(JsonValue id) {
        return id instanceof JsonString text ? text.value() : id instanceof JsonNumber number ? number.text() : "";
    }

    private static boolean isError(JsonValue document) {
        return document instanceof JsonObject object && object.has("message") && !object.has("id");
    }
}
