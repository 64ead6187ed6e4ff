package dev.onoma.providers.database.account;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.session.SessionListener;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.custom.CustomDatabaseCalls;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.guard.AttemptGuard;
import dev.onoma.providers.database.guard.MessageGuard;
import dev.onoma.providers.database.message.MessageSender;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.password.Password;
import dev.onoma.providers.database.password.PasswordHasher;
import dev.onoma.providers.database.password.PasswordPolicy;
import java.time.Clock;
import java.util.Optional;

/**
 * Users who sign up at the application itself and log in with a password. What a person got wrong comes back as a value;
 * of a failed login a browser may be told the refusal's public code, which is the same for all of them. Thread-safe.
 *
 * <pre>{@code
 * Connection connection = Database.accounts("users").build();
 * LoginProcessor processor = LoginProcessor.builder(store).connection(connection).build();
 * Accounts accounts = Accounts.builder(connection, processor, store, AccountKey.of(secret)).sender(sender).build();
 *
 * accounts.signUp(SignUp.withEmail(address, Password.of(typed)), origin);
 * LoginResult result = accounts.logIn(new PasswordLogin(address, Password.of(typed), origin));
 * }</pre>
 */
public final class Accounts {
    private final SignUps signUps;
    private final PasswordLogins logins;
    private final PasswordChanges changes;
    private final EmailTickets emails;
    private final Parts parts;

    private Accounts(Parts parts, Optional<CustomDatabaseCalls> database) {
        PasswordWork passwords = new PasswordWork(parts.hasher(), parts.policy());
        PasswordProof proof = new PasswordProof(parts, passwords);
        this.parts = parts;
        Optional<CustomNames> custom = database.map(calls -> new CustomNames(parts, calls));
        Optional<Arrivals> arrivals = database.map(calls -> new Arrivals(parts, calls, passwords, proof));
        this.signUps = new SignUps(parts, passwords, custom);
        this.logins = new PasswordLogins(parts, passwords, proof, arrivals);
        this.changes = new PasswordChanges(parts, passwords, proof, custom);
        this.emails = new EmailTickets(parts, proof);
    }

    /**
     * A builder.
     *
     * @param connection a database connection of the processor's, whose users these are: {@code Database.accounts(…)}
     * @param processor through which logins go
     * @param store where users and all that belongs to them are kept; the processor's
     * @param key under which the store keeps whose attempts are counted
     */
    public static Builder builder(Connection connection, LoginProcessor processor, AccountStore store, AccountKey key) {
        return new Builder(connection, processor, store, key);
    }

    /**
     * Makes a user, and sends a ticket to verify its address. Refused with {@code invalid_signup invalid_attribute
     * forbidden_metadata unacceptable_password login_name_taken temporarily_unavailable}. A page that must not tell who
     * is a user answers {@code login_name_taken} as it answers a success: the owner of the address gets a message
     * either way. That a user name is taken, a page has to tell.
     *
     * @return the new user, without one before; nobody is logged in
     */
    public ChangeResult signUp(SignUp signUp, Origin origin) {
        return signUps.signUp(signUp, origin);
    }

    /**
     * Logs somebody in. Refused with {@code wrong_password unknown_user user_blocked too_many_attempts}, all of them in
     * the same time, or with {@code temporarily_unavailable}.
     */
    public LoginResult logIn(PasswordLogin login) {
        return logins.logIn(login);
    }

    /**
     * Changes the password of a signed-in user, who types the old one again. All sessions end. Refused with {@code
     * user_not_found user_blocked wrong_password too_many_attempts unacceptable_password temporarily_unavailable}.
     */
    public ChangeResult changePassword(UserId user, Password old, Password chosen, Origin origin) {
        return changes.change(user, old, chosen, origin);
    }

    /**
     * Sends a ticket to the address of whoever has this name, if there is such a user: nobody who asks is told.
     *
     * @param name an e-mail address or a user name
     * @return whether a message may leave; false where too many were asked for, whether or not there is such a user
     */
    public boolean requestPasswordReset(String name, Origin origin) {
        return changes.request(name, origin);
    }

    /**
     * Chooses a password by a ticket. That the ticket was read confirms the address. All sessions end, other tickets are
     * void; identities that were linked while nobody had confirmed the address, and do not vouch for it, become users
     * of their own, and so does the account where it joined such an identity. Refused with {@code invalid_ticket
     * user_blocked unacceptable_password temporarily_unavailable user_id_taken}.
     */
    public ChangeResult resetPassword(String ticket, Password chosen, Origin origin) {
        return changes.reset(ticket, chosen, origin);
    }

    /** Sets a user's password: for administrators. Refused as {@link #changePassword} is. */
    public ChangeResult setPassword(UserId user, Password chosen) {
        return changes.set(user, chosen);
    }

    /**
     * Forgets failed attempts at an account's password: for administrators.
     *
     * @param origin those from this address, beside those from everywhere together
     */
    public void forgetAttempts(IdentityKey account, Origin origin) {
        parts.attempts().forget(account.connection(), AttemptName.of(account), origin.ip());
    }

    /**
     * Sends a ticket to a user's address. Refused with {@code user_not_found user_blocked too_many_messages}, and with
     * {@code invalid_attribute} where there is no address.
     */
    public ChangeResult requestEmailVerification(UserId user, Origin origin) {
        return emails.requestVerification(user, origin);
    }

    /**
     * Verifies the address that a ticket was sent to. Identities that do not vouch for it leave, as by a reset. Refused
     * with {@code invalid_ticket user_blocked user_id_taken}.
     */
    public ChangeResult verifyEmail(String ticket, Origin origin) {
        return emails.verify(ticket, origin);
    }

    /**
     * Sends a ticket to a signed-in user's new address. Until it is used, everything stays as it is. Refused with {@code
     * user_not_found user_blocked wrong_password too_many_attempts invalid_attribute too_many_messages}.
     *
     * @param password the user's, typed again
     */
    public ChangeResult requestEmailChange(UserId user, Password password, String address, Origin origin) {
        return emails.requestChange(user, password, address, origin);
    }

    /**
     * Puts the address that a ticket was sent to in the place of the one before, which gets a notice; it is verified.
     * All sessions end. Refused with {@code invalid_ticket user_blocked login_name_taken}.
     */
    public ChangeResult changeEmail(String ticket, Origin origin) {
        return emails.change(ticket, origin);
    }

    @Override
    public String toString() {
        return "Accounts[" + parts.connection().name() + "]";
    }

    /** Collects the parts of accounts. */
    public static final class Builder {
        private final Connection connection;
        private final LoginProcessor processor;
        private final AccountStore store;
        private final AccountKey key;
        private PasswordHasher hasher = PasswordHasher.builder().build();
        private PasswordPolicy policy = PasswordPolicy.standard();
        private Optional<Outbox> outbox = Optional.empty();
        private SessionListener sessions = SessionListener.NONE;
        private AccountLimits limits = AccountLimits.STANDARD;
        private Clock clock = Clock.systemUTC();
        private Optional<CustomDatabaseCalls> database = Optional.empty();

        private Builder(Connection connection, LoginProcessor processor, AccountStore store, AccountKey key) {
            this.connection = requireNonNull(connection, "connection");
            this.processor = requireNonNull(processor, "processor");
            this.store = requireNonNull(store, "store");
            this.key = requireNonNull(key, "key");
        }

        /** Who brings messages on their way, behind the back of whoever asks. Required, unless there is an outbox. */
        public Builder sender(MessageSender sender) {
            return outbox(Outbox.of(sender));
        }

        /** Where messages leave from. */
        public Builder outbox(Outbox box) {
            outbox = Optional.of(box);
            return this;
        }

        /** How passwords are hashed. Default: {@link PasswordHasher}'s own. */
        public Builder hasher(PasswordHasher own) {
            hasher = requireNonNull(own, "own");
            return this;
        }

        /** Which passwords may be chosen. Default: {@link PasswordPolicy#standard()}. */
        public Builder policy(PasswordPolicy rules) {
            policy = requireNonNull(rules, "rules");
            return this;
        }

        /** Who ends sessions. Default: nobody. */
        public Builder sessions(SessionListener listener) {
            sessions = requireNonNull(listener, "listener");
            return this;
        }

        /** Default: {@link AccountLimits#STANDARD}. */
        public Builder limits(AccountLimits values) {
            limits = requireNonNull(values, "values");
            return this;
        }

        /**
         * The database that users move here from: who has no password here is asked for there, and the first good login
         * stores the user with a hash of our own. Names of those who have not moved are taken. Default: none.
         */
        public Builder customDatabase(CustomDatabaseCalls calls) {
            database = Optional.of(calls);
            return this;
        }

        /** Default: the system's clock. */
        public Builder clock(Clock source) {
            clock = requireNonNull(source, "source");
            return this;
        }

        /**
         * The accounts.
         *
         * @throws IllegalArgumentException when there is no sender, or the connection is not the processor's, is no
         *     database, or lets users set addresses that nobody has confirmed; or, where users move from a custom
         *     database, lets deleted ones come back or creates none
         */
        public Accounts build() {
            if (!connection.provider().equals(Database.PROVIDER)
                    || !connection.confirmsAddresses()
                    || !processor.connections().find(connection.name()).equals(Optional.of(connection))) {
                throw new IllegalArgumentException("connection \"" + connection.name()
                        + "\" must be the processor's, and made by Database.accounts(…)");
            }
            checkMoving();
            Outbox box = outbox.orElseThrow(
                    () -> new IllegalArgumentException("accounts need a sender: sender(…) or outbox(…)"));
            Parts parts = new Parts(
                    connection,
                    processor,
                    store,
                    hasher,
                    policy,
                    new AttemptGuard(store.attempts(), key, limits),
                    new MessageGuard(store.attempts(), key, limits),
                    box,
                    new TicketDesk(store.tickets(), limits),
                    sessions,
                    limits,
                    clock);
            return new Accounts(parts, database);
        }

        private void checkMoving() {
            if (database.isPresent()
                    && (!connection.keepsDeletedOut() || connection.syncPolicy().mode() == SyncRule.NEVER_ON_LOGIN)) {
                throw new IllegalArgumentException("connection \"" + connection.name()
                        + "\" must be made by Database.moving(…), and create users, for users to move from a database");
            }
        }
    }
}
