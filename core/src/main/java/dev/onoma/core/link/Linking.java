package dev.onoma.core.link;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.link.LinkDecision.LinkAllowed;
import dev.onoma.core.link.LinkDecision.LinkProposed;
import dev.onoma.core.link.LinkDecision.NewUser;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.ProviderKind;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what a new identity does that could belong to a known user. Pure, but for the question about passwords. */
public final class Linking {
    private final Connections connections;
    private final PasswordTimes passwords;
    private final CandidateMask mask;

    public Linking(Connections connections, PasswordTimes passwords, CandidateMask mask) {
        this.connections = connections;
        this.passwords = passwords;
        this.mask = mask;
    }

    /** Whether the decision needs to know the users with the login's address. */
    public static boolean needsCandidates(Connection connection, NormalizedProfile profile) {
        return connection.linkPolicy() != LinkPolicy.NEVER
                && profile.text(RootAttribute.EMAIL).isPresent();
    }

    /**
     * The decision for a new identity.
     *
     * @param sameAddress the users whose address is the login's; two are enough to tell that there is not one
     */
    public LinkDecision decide(Connection connection, NormalizedProfile profile, List<User> sameAddress) {
        if (connection.linkPolicy() == LinkPolicy.AUTOMATIC) {
            return automatic(connection, profile, sameAddress);
        }
        if (sameAddress.isEmpty()) {
            return new NewUser(Optional.empty());
        }
        IdentityKey key = new IdentityKey(connection.name(), profile.subject());
        return new LinkProposed(
                sameAddress.stream().map(user -> mask.mask(key, user.id())).toList());
    }

    /**
     * Users whose password, sessions and tickets end because somebody else proved that the address is theirs: users of
     * a database whose address nobody has confirmed. Whoever signed up with another person's address must not keep a
     * way in.
     */
    public List<UserId> revoked(Connection connection, NormalizedProfile profile, List<User> sameAddress) {
        if (connection.linkPolicy() != LinkPolicy.AUTOMATIC || !isVerified(profile)) {
            return List.of();
        }
        return sameAddress.stream()
                .filter(user -> !user.isEmailVerified() && hasDatabaseIdentity(user))
                .map(User::id)
                .toList();
    }

    private LinkDecision automatic(Connection connection, NormalizedProfile profile, List<User> sameAddress) {
        if (!connection.isTrustedForLinking()) {
            return notLinked("the connection is not trusted for linking");
        }
        if (!isVerified(profile)) {
            return notLinked("the login's address is not verified");
        }
        if (sameAddress.size() != 1) {
            return notLinked(sameAddress.isEmpty() ? "no user has the address" : "several users have the address");
        }
        User user = sameAddress.get(0);
        Optional<Verification> verification =
                user.root().pair(RootAttribute.EMAIL).flatMap(PairValue::verification);
        if (verification.isEmpty()) {
            return notLinked("the user's address is not verified");
        }
        if (!isTrusted(verification.get().by(), user.email().orElse(""))) {
            return notLinked("whoever verified the user's address is not trusted for linking");
        }
        if (user.isBlocked()) {
            return notLinked("the user is blocked");
        }
        // Another subject of one connection is another account: the address was given to somebody else (I-15).
        if (user.identities().stream().anyMatch(known -> known.connection().equals(connection.name()))) {
            return notLinked("the user has another identity at this connection");
        }
        Optional<Instant> password = passwords.passwordSetAt(user.id());
        return password.isPresent()
                        && password.get().isBefore(verification.get().at())
                ? notLinked("the user's password is older than the verification of its address")
                : new LinkAllowed(user.id());
    }

    private static LinkDecision notLinked(String obstacle) {
        return new NewUser(Optional.of(obstacle));
    }

    /** The application's own confirmation is trusted, and so are connections that are marked. */
    private boolean isTrusted(Owner verifier, String address) {
        return verifier.equals(Owner.USER)
                || connections
                        .find(verifier.name())
                        .filter(connection -> connection.isTrustedForLinking()
                                && connection.emailTrust().believes(address))
                        .isPresent();
    }

    private boolean hasDatabaseIdentity(User user) {
        return user.identities().stream()
                .anyMatch(identity -> connections
                        .find(identity.connection())
                        .filter(connection -> connection.provider().kind() == ProviderKind.DATABASE)
                        .isPresent());
    }

    private static boolean isVerified(NormalizedProfile profile) {
        return profile.isVerified(RootAttribute.EMAIL).orElse(false);
    }
}
