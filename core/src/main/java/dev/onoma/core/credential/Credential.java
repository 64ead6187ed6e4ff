package dev.onoma.core.credential;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.user.IdentityKey;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a person logs in as an identity of a connection of the application's own: by which names, and with which
 * password. Immutable. Its text form tells none of them.
 *
 * <p>It belongs to the identity and goes with it when users are linked; a profile never holds any of it.
 */
public final class Credential {
    private final IdentityKey identity;
    private final Map<LoginName.Kind, String> names;
    private final Optional<StoredPassword> password;
    private final Optional<Instant> revokedAt;
    private final long version;

    private Credential(
            IdentityKey identity,
            Map<LoginName.Kind, String> names,
            Optional<StoredPassword> password,
            Optional<Instant> revokedAt,
            long version) {
        this.identity = requireNonNull(identity, "identity");
        this.names = Map.copyOf(names);
        this.password = requireNonNull(password, "password");
        this.revokedAt = requireNonNull(revokedAt, "revokedAt");
        this.version = version;
    }

    /**
     * A new credential, not stored yet, that has no password. The names are those of the user's root attributes, but for
     * a phone number that nobody vouches for: it would keep its owner out, and nobody logs in by it.
     */
    public static Credential of(IdentityKey identity, RootAttributes root) {
        return new Credential(identity, names(root), Optional.empty(), Optional.empty(), 0);
    }

    /**
     * A credential as a store read it.
     *
     * @param revokedAt when the password was taken away; empty where there is one, and where there never was
     * @param version from 1 on, another one after each write
     */
    public static Credential stored(
            IdentityKey identity,
            Map<LoginName.Kind, String> names,
            Optional<StoredPassword> password,
            Optional<Instant> revokedAt,
            long version) {
        return new Credential(identity, names, password, revokedAt, version);
    }

    private static Map<LoginName.Kind, String> names(RootAttributes root) {
        Map<LoginName.Kind, String> names = new EnumMap<>(LoginName.Kind.class);
        root.text(RootAttribute.EMAIL)
                .ifPresent(address ->
                        names.put(LoginName.Kind.EMAIL, EmailAddress.of(address).key()));
        root.text(RootAttribute.USERNAME)
                .ifPresent(name -> names.put(
                        LoginName.Kind.USERNAME, LoginName.username(name).key()));
        root.get(RootAttribute.PHONE_NUMBER)
                .filter(Credential::isVouchedFor)
                .ifPresent(number ->
                        names.put(LoginName.Kind.PHONE_NUMBER, number.value().text()));
        return names;
    }

    private static boolean isVouchedFor(OwnedValue number) {
        return number.owner().equals(Owner.ADMIN)
                || number.owner().equals(Owner.IMPORT)
                || (number.value() instanceof PairValue pair && pair.isVerified());
    }

    /** Whose it is. */
    public IdentityKey identity() {
        return identity;
    }

    /** The keys of its names; at most one of each kind. */
    public Map<LoginName.Kind, String> names() {
        return names;
    }

    public boolean hasName(LoginName name) {
        return name.key().equals(names.get(name.kind()));
    }

    /** The password; empty where there is none, as after an import, or where codes are sent. */
    public Optional<StoredPassword> password() {
        return password;
    }

    /** When the password was taken away from whoever had chosen it; empty once there is another one. */
    public Optional<Instant> revokedAt() {
        return revokedAt;
    }

    /** Whether there is a password here, or was one that was taken away: it is good nowhere else, then. */
    public boolean hasHadPassword() {
        return password.isPresent() || revokedAt.isPresent();
    }

    /** The version at which a store holds it; 0 for a new one. */
    public long version() {
        return version;
    }

    /** This credential with the names that root attributes give. */
    public Credential named(RootAttributes root) {
        return new Credential(identity, names(root), password, revokedAt, version);
    }

    /** This credential with one name set anew. */
    public Credential named(LoginName name) {
        Map<LoginName.Kind, String> changed = new EnumMap<>(LoginName.Kind.class);
        changed.putAll(names);
        changed.put(name.kind(), name.key());
        return new Credential(identity, changed, password, revokedAt, version);
    }

    /** This credential with a password that is chosen now. */
    public Credential withPassword(String hash, Instant now) {
        return withPassword(new StoredPassword(hash, now));
    }

    /** This credential with a password. */
    public Credential withPassword(StoredPassword stored) {
        return new Credential(identity, names, Optional.of(stored), Optional.empty(), version);
    }

    /** This credential as if it never had a password. */
    public Credential withoutPassword() {
        return new Credential(identity, names, Optional.empty(), Optional.empty(), version);
    }

    /** This credential, whose password is taken away: whoever knows it is not who owns the account's address. */
    public Credential revoked(Instant now) {
        return new Credential(identity, names, Optional.empty(), Optional.of(now), version);
    }

    /** Whether another credential of the identity has the same names and password, whatever the versions. */
    public boolean isSame(Credential other) {
        return identity.equals(other.identity)
                && names.equals(other.names)
                && password.equals(other.password)
                && revokedAt.equals(other.revokedAt);
    }

    /** Presence only. */
    @Override
    public String toString() {
        return "Credential[" + names.keySet() + (password.isPresent() ? ", password]" : "]");
    }
}
