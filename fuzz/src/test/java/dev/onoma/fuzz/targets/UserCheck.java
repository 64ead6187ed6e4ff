package dev.onoma.fuzz.targets;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserJson;
import dev.onoma.core.user.UserSnapshot;
import dev.onoma.fuzz.input.Marker;
import java.util.Optional;

/** What holds of every user, wherever it came from. */
final class UserCheck {
    private UserCheck() {}

    static void check(User user) {
        Same.check("a user's snapshot", UserSnapshot.read(UserSnapshot.write(user)), user);
        Same.check("a user's JSON", UserJson.write(UserJson.read(UserJson.write(user))), UserJson.write(user));
        Marker.isAbsentFrom(withoutOwners(user));
    }

    /** Owners are told: they are connections, whose names are configuration. */
    private static String withoutOwners(User user) {
        String told = user.toString();
        for (RootAttribute attribute : RootAttribute.ALL) {
            Optional<Owner> owner = user.root().owner(attribute);
            told = owner.isEmpty() ? told : told.replace(" by " + owner.get().name(), "");
        }
        return told;
    }
}
