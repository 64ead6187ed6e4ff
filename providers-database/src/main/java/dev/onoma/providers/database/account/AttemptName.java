package dev.onoma.providers.database.account;

import dev.onoma.core.credential.LoginName;
import dev.onoma.core.user.IdentityKey;
import java.util.Optional;

/** By what attempts at a password are counted: all names of a user count together. */
final class AttemptName {
    /** Longer than any name: such texts count together, and none is worked through. */
    private static final int LONGEST = 512;

    private AttemptName() {}

    static String of(IdentityKey identity) {
        return "subject " + identity.subject();
    }

    /** That of a name that nobody has: it counts for itself, so that nobody can tell by trying. */
    static String ofNobody(String typed, Optional<LoginName> name) {
        return name.map(known -> known.kind() + " " + known.key())
                .orElseGet(() -> "text " + (typed.length() > LONGEST ? "" : typed));
    }
}
