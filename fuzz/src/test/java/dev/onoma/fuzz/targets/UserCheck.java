package dev.onoma.fuzz.targets;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserJson;
import dev.onoma.core.user.UserSnapshot;
import dev.onoma.fuzz.input.Marker;
import java.util.stream.Stream;

/** What holds of every user, wherever it came from. */
final class UserCheck {
    private UserCheck() {}

    static void check(User user) {
        Same.check("a user's snapshot", UserSnapshot.read(UserSnapshot.write(user)), user);
        Same.check("a user's JSON", UserJson.write(UserJson.read(UserJson.write(user))), UserJson.write(user));
        // Connections, and owners that are such, are configuration, and are told.
        if (connections(user).noneMatch(Marker::isIn)) {
            Marker.isAbsentFrom(user.toString());
        }
    }

    private static Stream<String> connections(User user) {
        return Stream.concat(
                RootAttribute.ALL.stream()
                        .flatMap(attribute -> user.root().owner(attribute).stream())
                        .map(Owner::name),
                user.identities().stream().map(identity -> identity.key().connection()));
    }
}
