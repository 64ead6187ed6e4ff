package dev.onoma.core.login;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.store.IdSpaces;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses the logins of a connection that is configured for another id space than the one it is pinned to. A
 * connection that was found in place is not looked up again: it does not move while its configuration stands.
 */
final class IdSpaceGuard {
    private final Optional<IdSpaces> pins;
    private final Set<String> inPlace = ConcurrentHashMap.newKeySet();

    IdSpaceGuard(Optional<IdSpaces> pins) {
        this.pins = pins;
    }

    Optional<Refusal> check(Connection connection, boolean preview) {
        if (pins.isEmpty() || inPlace.contains(connection.name())) {
            return Optional.empty();
        }
        // A connection that names no space any more is pointed elsewhere too; one that never did is not pinned.
        String configured = connection.idSpace().orElse("");
        String pinned = preview || configured.isEmpty()
                ? pins.get().pinned(connection.name()).orElse(configured)
                : pins.get().pin(connection.name(), configured);
        if (!pinned.equals(configured)) {
            return Optional.of(new Refusal(
                    RefusalCode.ID_SPACE_CHANGED,
                    "connection \"" + connection.name() + "\" is configured for another id space than it was first"
                            + " used with; an administrator can accept the change by name"));
        }
        if (!preview) {
            inPlace.add(connection.name());
        }
        return Optional.empty();
    }
}
