package dev.onoma.core.administration;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.connection.Connections;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.UserId;
import java.time.Clock;
import java.util.Optional;

/**
 * What users do with their own profiles. It cannot express app metadata, blocking or another's flag, so neither can a
 * mistake in the code that calls it. Whose id is given, the caller has authenticated. Thread-safe.
 */
public final class SelfService {
    private final UserEditor editor;

    private SelfService(UserEditor editor) {
        this.editor = editor;
    }

    /** Self-service over a store, by the system's clock. */
    public static SelfService over(UserStore store, Connections connections) {
        return over(store, connections, Clock.systemUTC());
    }

    /** Self-service over a store. */
    public static SelfService over(UserStore store, Connections connections, Clock clock) {
        return new SelfService(new UserEditor(
                requireNonNull(store, "store"),
                requireNonNull(connections, "connections"),
                requireNonNull(clock, "clock")));
    }

    /** The user's profile as the user may see it; empty when there is no such user. */
    public Optional<OwnProfile> profile(UserId id) {
        return editor.find(id).map(OwnProfile::new);
    }

    /**
     * Carries an edit out, whole or not at all. Refused with {@code user_not_found user_blocked attribute_not_editable
     * invalid_attribute forbidden_metadata}.
     */
    public ChangeResult edit(UserId id, SelfServiceEdit edit) {
        return editor.edit(id, edit.edit());
    }
}
