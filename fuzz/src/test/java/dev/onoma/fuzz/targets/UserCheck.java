package dev.onoma.fuzz.targets;

import dev.onoma.core.user.User;
import dev.onoma.core.user.UserJson;
import dev.onoma.core.user.UserSnapshot;
import dev.onoma.fuzz.input.Marker;

/** What holds of every user, wherever it came from. */
final class UserCheck {
    private UserCheck() {}

    static void check(User user) {
        Same.check("a user's snapshot", UserSnapshot.read(UserSnapshot.write(user)), user);
        Same.check("a user's JSON", UserJson.write(UserJson.read(UserJson.write(user))), UserJson.write(user));
        Marker.isAbsentFrom(user.toString());
    }
}
