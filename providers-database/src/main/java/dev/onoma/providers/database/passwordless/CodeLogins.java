package dev.onoma.providers.database.passwordless;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.AccountStore;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.guard.MessageGuard;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.MessageSender;
import dev.onoma.providers.database.message.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Users who log in with a code, or the link beside it, that is sent to their e-mail address or phone number. The first
 * login makes the user. Code and link are good once, for three minutes and three tries, in the browser that asked for
 * them, and until another code is asked for. Thread-safe.
 *
 * <pre>{@code
 * Connection connection = Passwordless.email("email").build();
 * LoginProcessor processor = LoginProcessor.builder(store).connection(connection).build();
 * CodeLogins logins = CodeLogins.builder(connection, processor, store, AccountKey.of(secret)).sender(sender).build();
 *
 * CodeStart.Sent sent = logins.start(address, origin).orElseThrow(); // sent.handle() goes into a cookie
 * LoginResult result = logins.finish(handleFromCookie, typed, origin);
 * }</pre>
 */
public final class CodeLogins {
    /**
     * Without what has a meaning of its own in a mail's header (RFC 5322, section 3.2.3): a sender that is not careful
     * would send a message for {@code a<b@example.com>} to somebody else.
     */
    private static final Pattern MAILBOX = Pattern.compile("[^()<>\\[\\]:;,\\\\\"]+");

    private final Connection connection;
    private final RootAttribute attribute;
    private final Function<String, Optional<String>> addresses;
    private final CodeDesk codes;
    private final AddressOwners owners;
    private final MessageGuard messages;
    private final Outbox outbox;
    private final Clock clock;

    private CodeLogins(Builder builder, RootAttribute attribute, Outbox outbox) {
        this.connection = builder.connection;
        this.attribute = attribute;
        this.addresses = attribute == RootAttribute.EMAIL
                ? emails(connection.limits())
                : new PhoneNumbers(builder.defaultRegion)::e164;
        this.codes = new CodeDesk(connection.name(), attribute, builder.store.codes(), builder.key, builder.limits);
        this.owners = new AddressOwners(connection, builder.processor, builder.store);
        this.messages = new MessageGuard(builder.store.attempts(), builder.key, builder.limits);
        this.outbox = outbox;
        this.clock = builder.clock;
    }

    private static Function<String, Optional<String>> emails(Limits limits) {
        return typed -> EmailAddress.parse(typed.strip(), limits)
                .map(EmailAddress::text)
                .filter(text -> MAILBOX.matcher(text).matches());
    }

    /**
     * A builder.
     *
     * @param connection a connection of the processor's: {@code Passwordless.email(…)} or {@code Passwordless.sms(…)}
     * @param processor through which logins go
     * @param store where users and all that belongs to them are kept; the processor's
     * @param key under which the store keeps codes, and browsers their part
     */
    public static Builder builder(Connection connection, LoginProcessor processor, AccountStore store, AccountKey key) {
        return new Builder(connection, processor, store, key);
    }

    /**
     * Sends a code and a link to an address, whether or not anybody has it: the answer and its time are the same. An
     * earlier code is void. Refused with {@code invalid_attribute} for what is no address, and with {@code
     * too_many_messages}.
     *
     * @param address an e-mail address, or a phone number as people write it
     */
    public CodeStart start(String address, Origin origin) {
        Optional<CodeAddress> accepted = addresses.apply(address).map(text -> CodeAddress.of(attribute, text));
        if (accepted.isEmpty()) {
            return new CodeStart.Refused(new Refusal(
                    RefusalCode.INVALID_ATTRIBUTE,
                    attribute.fieldName() + " must be one that messages can be sent to"));
        }
        CodeAddress to = accepted.get();
        Instant now = now();
        if (!messages.allows(to.key(), origin.ip(), now)) {
            return new CodeStart.Refused(new Refusal(
                    RefusalCode.TOO_MANY_MESSAGES, "too many messages were asked for; later there may be more"));
        }
        CodeDesk.Issued issued = codes.issue(to, now);
        // To the address as its user writes it: mail systems may tell capitals apart where we do not.
        outbox.later(sender -> sender.send(
                Message.code(to.channel(), owners.spelling(to), issued.code(), issued.link(), issued.expiresAt())));
        return new CodeStart.Sent(issued.handle(), issued.expiresAt());
    }

    /**
     * Logs somebody in by a code. Refused with {@code wrong_code}, or as the processor refuses: {@code user_blocked},
     * {@code unknown_user} where the connection creates nobody. All of these have one public code.
     *
     * @param handle what the browser was given when it asked for the code; empty text where it brings none
     * @param code as it was typed; white space and hyphens do not count
     */
    public LoginResult finish(String handle, String code, Origin origin) {
        return finished(codes.takeCode(handle, code, now()), origin);
    }

    /**
     * Logs somebody in by what the link holds; refused as {@link #finish} is, in any browser but the one that asked for
     * it, too.
     */
    public LoginResult finishWithLink(String handle, String token, Origin origin) {
        return finished(codes.takeLink(handle, token, now()), origin);
    }

    private LoginResult finished(Optional<CodeAddress> proven, Origin origin) {
        return proven.map(address -> owners.logIn(address, origin, now()))
                .orElseGet(() -> LoginResult.refused(
                        connection.name(),
                        new Refusal(
                                RefusalCode.WRONG_CODE,
                                "code or link is wrong, used, replaced, too old, tried too often, or another"
                                        + " browser's")));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String toString() {
        return "CodeLogins[" + connection.name() + "]";
    }

    /** Collects the parts of logins with codes. */
    public static final class Builder {
        private final Connection connection;
        private final LoginProcessor processor;
        private final AccountStore store;
        private final AccountKey key;
        private Optional<Outbox> outbox = Optional.empty();
        private Optional<String> defaultRegion = Optional.empty();
        private AccountLimits limits = AccountLimits.STANDARD;
        private Clock clock = Clock.systemUTC();

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

        /** Where messages leave from, where several share it. */
        public Builder outbox(Outbox box) {
            outbox = Optional.of(box);
            return this;
        }

        /**
         * Where phone numbers are that are typed without a country code, such as {@code DE} (ISO 3166-1). Default: they
         * are refused. For SMS only.
         */
        public Builder defaultRegion(String region) {
            defaultRegion = Optional.of(region);
            return this;
        }

        /** Default: {@link AccountLimits#STANDARD}. */
        public Builder limits(AccountLimits values) {
            limits = requireNonNull(values, "values");
            return this;
        }

        /** Default: the system's clock. Times are kept in milliseconds. */
        public Builder clock(Clock source) {
            clock = requireNonNull(source, "source");
            return this;
        }

        /**
         * The logins.
         *
         * @throws IllegalArgumentException when there is no sender, when the connection is not the processor's, was not
         *     made by {@link Passwordless}, or lets users set addresses that nobody has confirmed, or when the default
         *     region is none
         */
        public CodeLogins build() {
            Optional<RootAttribute> attribute = Passwordless.address(connection);
            if (attribute.isEmpty()
                    || !connection.confirmsAddresses()
                    || !processor.connections().find(connection.name()).equals(Optional.of(connection))) {
                throw new IllegalArgumentException("connection \"" + connection.name()
                        + "\" must be the processor's, and made by Passwordless.email(…) or Passwordless.sms(…)");
            }
            if (defaultRegion.isPresent() && attribute.get() == RootAttribute.EMAIL) {
                throw new IllegalArgumentException("e-mail addresses have no default region");
            }
            Outbox box = outbox.orElseThrow(
                    () -> new IllegalArgumentException("codes need a sender: sender(…) or outbox(…)"));
            return new CodeLogins(this, attribute.get(), box);
        }
    }
}
