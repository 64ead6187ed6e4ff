package dev.onoma.providers.database.custom;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.history.Origin;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.ProviderKind;
import dev.onoma.core.store.AttemptStore;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.guard.AttemptGuard;
import dev.onoma.providers.database.guard.AttemptGuard.Attempt;
import dev.onoma.providers.database.password.Password;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Logins with a password that a custom database checks each time: users stay there, and each login is one like those of
 * any other provider, under the connection's sync policy. No password is kept here. Thread-safe.
 *
 * <p>For users who move here with their first login, give the database to {@code Accounts.Builder.customDatabase}.
 *
 * <pre>{@code
 * Connection connection = Database.custom("crm", Database.columns().id("uid")).build();
 * LoginProcessor processor = LoginProcessor.builder(store).connection(connection).build();
 * CustomDatabaseLogins logins = CustomDatabaseLogins.builder(
 *         connection, processor, CustomDatabaseCalls.to(crm), store.attempts(), AccountKey.of(secret)).build();
 *
 * LoginResult result = logins.logIn(name, Password.of(typed), origin);
 * }</pre>
 */
public final class CustomDatabaseLogins {
    private final Connection connection;
    private final LoginProcessor processor;
    private final CustomDatabaseCalls database;
    private final AttemptGuard guard;
    private final Clock clock;

    private CustomDatabaseLogins(Builder builder) {
        this.connection = builder.connection;
        this.processor = builder.processor;
        this.database = builder.database;
        this.guard = new AttemptGuard(builder.attempts, builder.key, builder.limits);
        this.clock = builder.clock;
    }

    /**
     * A builder.
     *
     * @param connection a database connection of the processor's: {@code Database.custom(…)}
     * @param processor through which logins go
     * @param database which is asked
     * @param attempts where failed attempts are counted
     * @param key under which they are
     */
    public static Builder builder(
            Connection connection,
            LoginProcessor processor,
            CustomDatabaseCalls database,
            AttemptStore attempts,
            AccountKey key) {
        return new Builder(connection, processor, database, attempts, key);
    }

    /**
     * Logs somebody in. Refused with {@code wrong_password unknown_user user_blocked too_many_attempts}, for none of
     * which the time that the database takes tells more than its own differences do; with {@code
     * temporarily_unavailable} where there is no answer; and as any login is, {@code missing_subject} for instance.
     *
     * @param name what was typed
     * @param password what should be the password
     * @param origin where the request came from
     */
    public LoginResult logIn(String name, Password password, Origin origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String who = "custom " + database.countedAs(name);
        Attempt attempt = guard.begin(connection.name(), who, origin.ip(), now);
        if (!attempt.isAllowed()) {
            database.awaitLikeRefusal();
            guard.missed(connection.name(), who, origin.ip(), now);
            return refused(new Refusal(RefusalCode.TOO_MANY_ATTEMPTS, "too many attempts failed for this name"));
        }
        CustomReply<CustomLogin> reply = database.login(name, password);
        if (reply instanceof CustomReply.Unavailable<CustomLogin> unavailable) {
            attempt.giveBack();
            return refused(unavailable.refusal());
        }
        CustomLogin answer = ((CustomReply.Answered<CustomLogin>) reply).value();
        if (answer instanceof CustomLogin.Accepted accepted) {
            return processed(accepted.record(), attempt, origin);
        }
        // A write, as the refused login of a blocked user is.
        guard.missed(connection.name(), who, origin.ip(), now);
        return refused(refusal(answer));
    }

    private static Refusal refusal(CustomLogin answer) {
        return answer instanceof CustomLogin.UnknownUser
                ? new Refusal(RefusalCode.UNKNOWN_USER, "the custom database has nobody of that name")
                : new Refusal(RefusalCode.WRONG_PASSWORD, "the password is not the user's");
    }

    private LoginResult processed(JsonObject record, Attempt attempt, Origin origin) {
        Claims claims = Claims.of(record, Evidence.IMPORT, connection.limits());
        LoginResult result = processor.login(Login.of(connection.name(), claims).from(origin));
        Optional<RefusalCode> code = result.refusal().map(Refusal::code);
        if (code.isEmpty()) {
            attempt.succeeded();
        } else if (code.get() != RefusalCode.USER_BLOCKED) {
            // Who is blocked may not go on trying; a record that cannot be used is nobody's failed attempt.
            attempt.giveBack();
        }
        return result;
    }

    private LoginResult refused(Refusal refusal) {
        return LoginResult.refused(connection.name(), refusal);
    }

    @Override
    public String toString() {
        return "CustomDatabaseLogins[" + connection.name() + "]";
    }

    /** Collects the parts of logins. Not for use by several threads. */
    public static final class Builder {
        private final Connection connection;
        private final LoginProcessor processor;
        private final CustomDatabaseCalls database;
        private final AttemptStore attempts;
        private final AccountKey key;
        private AccountLimits limits = AccountLimits.STANDARD;
        private Clock clock = Clock.systemUTC();

        private Builder(
                Connection connection,
                LoginProcessor processor,
                CustomDatabaseCalls database,
                AttemptStore attempts,
                AccountKey key) {
            this.connection = requireNonNull(connection, "connection");
            this.processor = requireNonNull(processor, "processor");
            this.database = requireNonNull(database, "database");
            this.attempts = requireNonNull(attempts, "attempts");
            this.key = requireNonNull(key, "key");
        }

        /** How many attempts there are. Default: {@link AccountLimits#STANDARD}. */
        public Builder limits(AccountLimits values) {
            limits = requireNonNull(values, "values");
            return this;
        }

        /** Default: the system's clock. */
        public Builder clock(Clock source) {
            clock = requireNonNull(source, "source");
            return this;
        }

        /**
         * The logins.
         *
         * @throws IllegalArgumentException when the connection is no database of the processor's
         */
        public CustomDatabaseLogins build() {
            if (connection.provider().kind() != ProviderKind.DATABASE
                    || !processor.connections().find(connection.name()).equals(Optional.of(connection))) {
                throw new IllegalArgumentException(
                        "connection \"" + connection.name() + "\" must be a database, and the processor's");
            }
            return new CustomDatabaseLogins(this);
        }
    }
}
