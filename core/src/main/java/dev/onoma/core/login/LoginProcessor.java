package dev.onoma.core.login;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.history.History;
import dev.onoma.core.history.Origin;
import dev.onoma.core.link.CandidateMask;
import dev.onoma.core.link.Linking;
import dev.onoma.core.link.PasswordTimes;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.RefusedClaims;
import dev.onoma.core.session.SessionListener;
import dev.onoma.core.store.ContendedUserException;
import dev.onoma.core.store.IdSpaces;
import dev.onoma.core.store.Retry;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserIdTakenException;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns logins into stored, synchronized users: reads, decides, writes once, and decides again from fresh data where
 * somebody else was faster. Thread-safe.
 *
 * <p>What a provider or a person got wrong comes back as a refused {@link LoginResult}. A store that is down is an
 * exception of that store; {@link ContendedUserException} says that a user kept changing.
 */
public final class LoginProcessor {
    /** Whoever finds more users with one address proposed than this is not helped. */
    private static final int PROPOSED = 20;

    /** Under {@code automatic} each of them that is unconfirmed loses its password: none may hide behind the others. */
    private static final int REVOKED = 10_000;

    private final UserStore store;
    private final Connections connections;
    private final Linking linking;
    private final IdSpaceGuard idSpaces;
    private final Optional<History> history;
    private final AdoptedAddresses adopted;
    private final Listeners listeners;
    private final Clock clock;

    private LoginProcessor(Builder builder) {
        this.store = builder.store;
        this.connections = builder.allConnections();
        this.linking = new Linking(connections, builder.passwords, builder.mask);
        this.adopted = new AdoptedAddresses(store, builder.sessions, builder.clock);
        this.idSpaces = new IdSpaceGuard(builder.idSpaces);
        this.history = builder.history;
        this.listeners = new Listeners(builder.listeners);
        this.clock = builder.clock;
    }

    /** A builder for a processor over a store. */
    public static Builder builder(UserStore store) {
        return new Builder(store);
    }

    /** The connections that logins come through. */
    public Connections connections() {
        return connections;
    }

    /**
     * Carries a login out.
     *
     * @throws dev.onoma.core.store.LoginNameTakenException when the login makes an identity, and another one of the
     *     connection has a name of the credential that it brings along
     * @throws IllegalArgumentException when it brings a credential along, and the store keeps none
     */
    public LoginResult login(Login login) {
        LoginResult result = process(login, false);
        result.accepted().ifPresent(accepted -> adopted.endSessions(accepted.revoked()));
        listeners.tell(login, result);
        return result;
    }

    /** What a login would become, without writing, counting, or telling anybody. */
    public LoginResult preview(Login login) {
        return process(login, true);
    }

    private LoginResult process(Login login, boolean preview) {
        NamedIdentities writing = new NamedIdentities(store, login);
        Optional<Connection> connection = connections.find(login.connection());
        if (connection.isEmpty()) {
            return refused(login, preview, new Refusal(RefusalCode.UNKNOWN_CONNECTION, "no connection of that name"));
        }
        Normalization normalization = connection.get().normalize(login.claims());
        if (normalization instanceof RefusedClaims refusedClaims) {
            return refused(login, preview, refusedClaims.refusal());
        }
        Optional<Refusal> elsewhere = idSpaces.check(connection.get(), preview);
        if (elsewhere.isPresent()) {
            return refused(login, preview, elsewhere.get());
        }
        NormalizedProfile profile = (NormalizedProfile) normalization;
        LoginEvent event = new LoginEvent(clock.instant().truncatedTo(ChronoUnit.MILLIS), login.ip());
        Origin origin =
                new Origin(Optional.of(connection.get().name()), login.clientId(), login.ip(), login.userAgent());
        Judge judge = new Judge(connections, linking, connection.get(), profile, event, origin, login.isOnlyKnown());
        Judgement judgement = preview
                ? judgement(judge, connection.get(), profile, true)
                : Retry.untilItStands(() -> written(judgement(judge, connection.get(), profile, false), writing));
        return result(login, judgement, event, preview);
    }

    private Judgement judgement(Judge judge, Connection connection, NormalizedProfile profile, boolean preview) {
        Optional<StoredUser> known = store.find(new IdentityKey(connection.name(), profile.subject()));
        if (known.isPresent()) {
            return judge.known(known.get());
        }
        Judgement judgement = judge.unknown(judge.isOnlyKnown() ? List.of() : sameAddress(connection, profile));
        // A write would find out by itself; a preview has to ask.
        return preview && isTaken(judgement) ? userIdTaken() : judgement;
    }

    private List<StoredUser> sameAddress(Connection connection, NormalizedProfile profile) {
        return Linking.needsCandidates(connection, profile)
                ? profile.text(RootAttribute.EMAIL)
                        .flatMap(text -> EmailAddress.parse(text, connection.limits()))
                        .map(address -> store.candidates(
                                address, connection.linkPolicy() == LinkPolicy.AUTOMATIC ? REVOKED : PROPOSED))
                        .orElse(List.of())
                : List.of();
    }

    private boolean isTaken(Judgement judgement) {
        return judgement.change().orElse(null) instanceof UserChange.Insert insert
                && store.find(insert.user().id()).isPresent();
    }

    private static Judgement userIdTaken() {
        return new Judgement.Refused(
                new Refusal(RefusalCode.USER_ID_TAKEN, "the id that the user would get belongs to another user"),
                Optional.empty(),
                List.of());
    }

    private Judgement written(Judgement judgement, NamedIdentities writing) {
        try {
            if (judgement instanceof Judgement.Accepted accepted) {
                adopted.revoke(accepted.revoked());
            }
            judgement.change().ifPresent(writing::write);
            if (judgement instanceof Judgement.Refused refused) {
                history.ifPresent(log -> refused.events().forEach(log::record));
            }
            return judgement;
        } catch (UserIdTakenException taken) {
            return userIdTaken();
        }
    }

    private LoginResult result(Login login, Judgement judgement, LoginEvent event, boolean preview) {
        if (judgement instanceof Judgement.Refused refused) {
            return refused(login, preview, refused.refusal());
        }
        Judgement.Accepted accepted = (Judgement.Accepted) judgement;
        IdentityKey key = new IdentityKey(
                accepted.profile().connection(), accepted.profile().subject());
        return new LoginResult.Accepted(
                accepted, accepted.after(), preview ? null : new LoginProof(store, key, event.at()));
    }

    private static LoginResult refused(Login login, boolean preview, Refusal refusal) {
        return new LoginResult.Refused(login.connection(), refusal, preview);
    }

    /** Collects a processor's parts. */
    public static final class Builder {
        private final UserStore store;
        private final List<Connection> connections = new ArrayList<>();
        private Optional<Connections> registry = Optional.empty();
        private Optional<IdSpaces> idSpaces;
        private Optional<History> history;
        private final List<LoginListener> listeners = new ArrayList<>();
        private PasswordTimes passwords;
        private SessionListener sessions = SessionListener.NONE;
        private CandidateMask mask = CandidateMask.random();
        private Clock clock = Clock.systemUTC();

        private Builder(UserStore store) {
            this.store = requireNonNull(store, "store");
            this.idSpaces = store instanceof IdSpaces spaces ? Optional.of(spaces) : Optional.empty();
            this.passwords = AdoptedAddresses.passwordTimes(store);
            this.history = store instanceof History log ? Optional.of(log) : Optional.empty();
        }

        /** A connection; call again for each. */
        public Builder connection(Connection connection) {
            connections.add(requireNonNull(connection, "connection"));
            return this;
        }

        /** All connections, where they are needed elsewhere too. */
        public Builder connections(Connections all) {
            registry = Optional.of(all);
            return this;
        }

        /** Where connections are pinned to their id spaces. Default: the store, where it can do that. */
        public Builder idSpaces(IdSpaces spaces) {
            idSpaces = Optional.of(spaces);
            return this;
        }

        /** Where refused logins of known users are recorded. Default: the store, where it keeps a history. */
        public Builder history(History log) {
            history = Optional.of(log);
            return this;
        }

        /** Somebody to be told of each login; call again for each. */
        public Builder listener(LoginListener listener) {
            listeners.add(requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Since when users have their passwords, for applications that keep these elsewhere. Default: as the store says
         * where it is an {@link dev.onoma.core.store.AccountStore}; otherwise no user has one.
         */
        public Builder passwords(PasswordTimes times) {
            passwords = requireNonNull(times, "times");
            return this;
        }

        /** Who ends sessions of users whose address turns out to be somebody else's. Default: nobody. */
        public Builder sessions(SessionListener listener) {
            sessions = requireNonNull(listener, "listener");
            return this;
        }

        /** How candidates for linking are masked. Default: with a key of this processor's own. */
        public Builder candidateMask(CandidateMask candidateMask) {
            mask = requireNonNull(candidateMask, "candidateMask");
            return this;
        }

        /** Default: the system's clock. Times are kept in milliseconds. */
        public Builder clock(Clock source) {
            clock = requireNonNull(source, "source");
            return this;
        }

        private Connections allConnections() {
            return registry.orElseGet(() -> Connections.of(connections));
        }

        /**
         * The processor.
         *
         * @throws IllegalArgumentException when two connections have one name, when connections were given in both
         *     ways, or when one names an id space and there is nowhere to pin it
         */
        public LoginProcessor build() {
            if (registry.isPresent() && !connections.isEmpty()) {
                throw new IllegalArgumentException("give connections one by one or all at once, not both");
            }
            if (idSpaces.isEmpty()
                    && allConnections().all().stream().anyMatch(c -> c.idSpace().isPresent())) {
                throw new IllegalArgumentException(
                        "a connection names an id space, but the store cannot pin it: give idSpaces(…)");
            }
            return new LoginProcessor(this);
        }
    }
}
