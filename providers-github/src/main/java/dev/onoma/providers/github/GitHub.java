package dev.onoma.providers.github;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Conversion;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.FlagState;
import dev.onoma.core.provider.Provider;
import java.util.Optional;

/**
 * GitHub: the REST API's {@code /user}, alone or with the list of {@code /user/emails} as its member {@code emails}.
 *
 * <p>The address is the one of the list that is primary and verified; without one, the address that the person shows in
 * public, of which only the list says whether it is verified. The identity is the number {@code id}: a login can be
 * renamed, and then taken by somebody else. Ids of a GitHub Enterprise Server are that server's own: give such a
 * connection its host as {@linkplain Connection.Builder#idSpace id space}.
 *
 * @see <a href="https://docs.github.com/en/rest/users/users#get-the-authenticated-user">The authenticated user</a>
 * @see <a href="https://docs.github.com/en/rest/users/emails#list-email-addresses-for-the-authenticated-user">Their
 *     e-mail addresses</a>
 */
public final class GitHub {
    /** The table. */
    public static final Provider PROVIDER = Provider.named("github")
            .social()
            .subject("id")
            .attribute(NAME, "name | login")
            .attribute(NICKNAME, "login")
            .attribute(PICTURE, "avatar_url")
            .email("emails", GitHub::primaryAddress, Flag.claim("emails", GitHub::verification))
            .email("email", Flag.claim("emails", GitHub::verification))
            .errorDocument(GitHub::isError)
            .build();

    private GitHub() {}

    /** A connection to GitHub, at each login of which GitHub's root attributes overwrite the stored ones. */
    public static Connection.Builder connection(String name) {
        return Connection.of(name, PROVIDER);
    }

    /** The address that is primary and verified: one of the two is not enough. */
    private static Conversion primaryAddress(JsonValue emails) {
        if (!(emails instanceof JsonArray list)) {
            return Conversion.unreadable("array");
        }
        for (JsonValue email : list.elements()) {
            if (isTrue(email, "primary")
                    && isTrue(email, "verified")
                    && ((JsonObject) email).get("email").orElse(email) instanceof JsonString address) {
                return Conversion.text(address.value());
            }
        }
        return Conversion.absent();
    }

    /** What the list says about an address; nothing where it does not hold that very one. */
    private static FlagState verification(JsonValue emails, String address) {
        if (emails instanceof JsonArray list) {
            for (JsonValue email : list.elements()) {
                if (member(email, "email").equals(Optional.of(new JsonString(address)))) {
                    return isTrue(email, "verified") ? FlagState.TRUE : FlagState.FALSE;
                }
            }
        }
        return FlagState.UNSAID;
    }

    private static boolean isTrue(JsonValue email, String member) {
        return member(email, member)
                .map(FlagState::of)
                .filter(FlagState.TRUE::equals)
                .isPresent();
    }

    private static Optional<JsonValue> member(JsonValue email, String member) {
        return email instanceof JsonObject object ? object.get(member) : Optional.empty();
    }

    private static boolean isError(JsonValue document) {
        return document instanceof JsonObject object && object.has("message") && !object.has("id");
    }
}
