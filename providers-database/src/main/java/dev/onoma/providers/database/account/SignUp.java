package dev.onoma.providers.database.account;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonObject;
import dev.onoma.providers.database.password.Password;
import java.util.EnumMap;
import java.util.Map;

/** What somebody typed to sign up. Immutable. Its text form tells which attributes are there. */
public final class SignUp {
    private final Password password;
    private final Map<RootAttribute, String> attributes;
    private final JsonObject userMetadata;

    private SignUp(Password password, Map<RootAttribute, String> attributes, JsonObject userMetadata) {
        this.password = requireNonNull(password, "password");
        this.attributes = Map.copyOf(attributes);
        this.userMetadata = requireNonNull(userMetadata, "userMetadata");
    }

    /** A signup with an e-mail address. */
    public static SignUp withEmail(String address, Password password) {
        return new SignUp(password, Map.of(RootAttribute.EMAIL, address), JsonObject.EMPTY);
    }

    /** A signup with a user name. */
    public static SignUp withUsername(String username, Password password) {
        return new SignUp(password, Map.of(RootAttribute.USERNAME, username), JsonObject.EMPTY);
    }

    /** This signup with a root attribute more. */
    public SignUp set(RootAttribute attribute, String text) {
        Map<RootAttribute, String> more = new EnumMap<>(RootAttribute.class);
        more.putAll(attributes);
        more.put(attribute, requireNonNull(text, "text"));
        return new SignUp(password, more, userMetadata);
    }

    /** This signup with the user's own metadata: up to ten fields, each a text of up to 500 characters. */
    public SignUp userMetadata(JsonObject fields) {
        return new SignUp(password, attributes, fields);
    }

    Password password() {
        return password;
    }

    Map<RootAttribute, String> attributes() {
        return attributes;
    }

    JsonObject userMetadata() {
        return userMetadata;
    }

    @Override
    public String toString() {
        return "SignUp[" + attributes.keySet() + "]";
    }
}
