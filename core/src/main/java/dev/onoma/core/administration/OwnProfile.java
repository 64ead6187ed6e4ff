package dev.onoma.core.administration;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.user.UserJson;
import java.util.Optional;

/** A user's profile as the user may see it. Immutable. */
public final class OwnProfile {
    private final User user;

    OwnProfile(User user) {
        this.user = user;
    }

    public UserId id() {
        return user.id();
    }

    /** A root attribute's text, or its address where it is a pair; empty when it is not set. */
    public Optional<String> text(RootAttribute attribute) {
        return user.text(attribute);
    }

    /** The metadata that the user may read and write. */
    public JsonObject userMetadata() {
        return user.userMetadata();
    }

    /** As JSON, without {@code app_metadata}, {@code blocked} and owners. */
    public JsonObject toJson() {
        return UserJson.writeForUser(user);
    }

    @Override
    public String toString() {
        return "OwnProfile";
    }
}
