package dev.onoma.core.administration;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.history.EventType;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.Warning;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.sync.Decision;
import dev.onoma.core.sync.SyncResult;
import dev.onoma.core.sync.Synchronization;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maps the stored claims of users again, by the mappings, deny lists and policies that connections have now, without
 * anybody logging in: claims are kept as they came, so a mistake in a mapping can be repaired. Thread-safe.
 *
 * <p>Owners decide what may change: of root attributes those that the primary identity's own connection wrote, those
 * that were derived, and those that are not set; under {@code when_empty} no given ones, under {@code never_on_login}
 * none. What users, administrators and imports wrote stays, and so does what the stored claims no longer tell. Claims
 * that are denied now leave every identity whose connection is known.
 */
public final class Remap {
    private final Connections connections;
    private final UserEditor editor;

    private Remap(Connections connections, UserEditor editor) {
        this.connections = connections;
        this.editor = editor;
    }

    /** Remapping by connections as they are now; identities of other connections stay as they are. */
    public static Remap over(UserStore store, Connections connections, Clock clock) {
        requireNonNull(connections, "connections");
        return new Remap(connections, new UserEditor(requireNonNull(store, "store"), connections, clock));
    }

    /**
     * What becomes of a user, or would.
     *
     * @param before the user before
     * @param after the user after; equal when there is nothing to change
     * @param decisions one for each root attribute that is stored or that the claims give; none where the primary
     *     identity's connection is not known, or refuses the claims
     * @param warnings what of the primary identity's claims could not be used
     */
    public record Remapped(User before, User after, List<Decision> decisions, List<Warning> warnings) {
        public Remapped {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
            decisions = List.copyOf(decisions);
            warnings = List.copyOf(warnings);
        }

        public boolean isChange() {
            return !after.sameProfile(before);
        }

        /** How many decisions change something; no values. */
        @Override
        public String toString() {
            return "Remapped[" + decisions + ", warnings=" + warnings.size() + "]";
        }
    }

    /** What would become of a user; nothing is written. */
    public Remapped preview(User user) {
        return remapped(user, editor.now());
    }

    /** Carries it out, from the user as it is by then. Refused with {@code user_not_found login_name_taken}. */
    public ChangeResult apply(UserId id) {
        return editor.update(id, EventType.REMAP, Owner.ADMIN, (user, now) -> {
            User after = remapped(user, now).after();
            return ChangeResult.Done.of(user, after.sameProfile(user) ? user : after);
        });
    }

    private Remapped remapped(User user, Instant now) {
        Optional<Mapped> primary = mapped(user.primaryIdentity());
        Optional<SyncResult> sync = primary.map(mapped ->
                Synchronization.ofStored(mapped.profile(), mapped.connection(), connections, user.root(), now));
        List<Identity> identities = new ArrayList<>();
        user.identities().forEach(identity -> identities.add(cleaned(identity)));
        RootAttributes root = sync.map(SyncResult::root).orElse(user.root());
        User after = user.toBuilder().root(root).identities(identities).build();
        return new Remapped(
                user,
                after.sameProfile(user)
                        ? user
                        : after.toBuilder().updatedAt(now).build(),
                sync.map(SyncResult::decisions).orElse(List.of()),
                primary.map(mapped -> mapped.profile().warnings()).orElse(List.of()));
    }

    private record Mapped(Connection connection, NormalizedProfile profile) {}

    private Optional<Mapped> mapped(Identity identity) {
        // What is not there may have been in a source that the latest login did not ask.
        Claims claims =
                Claims.stored(identity.profileData(), identity.isVouchedFor()).notConsulted(Evidence.USERINFO_RESPONSE);
        return connections
                .find(identity.connection())
                .filter(connection -> connection.provider().name().equals(identity.provider()))
                .flatMap(connection ->
                        connection.normalizeStored(identity.subject(), claims) instanceof NormalizedProfile profile
                                ? Optional.of(new Mapped(connection, profile))
                                : Optional.empty());
    }

    private Identity cleaned(Identity identity) {
        return mapped(identity)
                .map(mapped -> identity.withProfileData(mapped.profile().profileData()))
                .orElse(identity);
    }
}
