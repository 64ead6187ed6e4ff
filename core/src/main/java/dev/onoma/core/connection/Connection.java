package dev.onoma.core.connection;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.Derivation;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.provider.MappingSettings;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.Provider;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One configured source of logins: a provider and the policies for what comes from it. Immutable and thread-safe. */
public final class Connection {
    private static final int LONGEST_NAME = 128;

    private final String name;
    private final Provider provider;
    private final SyncPolicy syncPolicy;
    private final LinkPolicy linkPolicy;
    private final boolean trustedForLinking;
    private final MappingSettings mapping;
    private final Map<RootAttribute, String> metadataMigration;
    private final Optional<String> idSpace;
    private final boolean confirmsAddresses;
    private final boolean keepsDeletedOut;

    private Connection(Builder builder) {
        this.name = builder.name;
        this.provider = builder.provider;
        this.syncPolicy = builder.syncPolicy;
        this.linkPolicy = builder.linkPolicy;
        this.trustedForLinking = builder.trustedForLinking;
        this.mapping = new MappingSettings(
                name,
                builder.emailTrust,
                builder.deny,
                new Derivation(builder.gravatar, !provider.takesSubjectFrom(builder.deny), builder.limits));
        this.metadataMigration = Collections.unmodifiableMap(new EnumMap<>(builder.metadataMigration));
        this.idSpace = builder.idSpace;
        this.confirmsAddresses = builder.confirmsAddresses;
        this.keepsDeletedOut = builder.keepsDeletedOut;
    }

    /**
     * A builder.
     *
     * @param name 1 to 128 characters, no {@code |}, no white space or control character, none of
     *     {@code user admin import derived}
     */
    public static Builder of(String name, Provider provider) {
        return new Builder(name, provider);
    }

    public String name() {
        return name;
    }

    public Provider provider() {
        return provider;
    }

    public SyncPolicy syncPolicy() {
        return syncPolicy;
    }

    public LinkPolicy linkPolicy() {
        return linkPolicy;
    }

    /** Whether its word on verified addresses may link identities without asking anybody. */
    public boolean isTrustedForLinking() {
        return trustedForLinking;
    }

    public EmailTrust emailTrust() {
        return mapping.emailTrust();
    }

    /** How missing values are derived. */
    public Derivation derivation() {
        return mapping.derivation();
    }

    public Limits limits() {
        return mapping.derivation().limits();
    }

    /** Which fields of {@code user_metadata} become root attributes at a login. */
    public Map<RootAttribute, String> metadataMigration() {
        return metadataMigration;
    }

    /** In which space its subjects are unique, such as an issuer or an app id; empty when that is not pinned. */
    public Optional<String> idSpace() {
        return idSpace;
    }

    /** Whether users' own new addresses count only once a message to them was answered. */
    public boolean confirmsAddresses() {
        return confirmsAddresses;
    }

    /** Whether the identities of users that were deleted stay refused, instead of making new users. */
    public boolean keepsDeletedOut() {
        return keepsDeletedOut;
    }

    /** As an owner of root attributes. */
    public Owner asOwner() {
        return new Owner(name);
    }

    /** When a login writes the attribute. */
    public SyncRule rule(RootAttribute attribute) {
        return syncPolicy.rule(attribute, provider.kind());
    }

    /** Whether people may edit the attribute of users whose primary identity is here: when no login would undo it. */
    public boolean isEditable(RootAttribute attribute) {
        return rule(attribute) != SyncRule.ON_EACH_LOGIN;
    }

    /** The profile that a login's claims give, or why they are refused. */
    public Normalization normalize(Claims claims) {
        return provider.normalize(claims, mapping);
    }

    /** The profile that the stored claims of a known identity give. */
    public Normalization normalizeStored(String subject, Claims claims) {
        return provider.normalizeStored(subject, claims, mapping);
    }

    @Override
    public String toString() {
        return "Connection[" + name + ", " + provider + ", " + syncPolicy + ", link=" + linkPolicy.word() + "]";
    }

    /** Collects a connection's configuration. Each call rejects what is wrong at once. */
    public static final class Builder {
        private final String name;
        private final Provider provider;
        private SyncPolicy syncPolicy;
        private LinkPolicy linkPolicy = LinkPolicy.NEVER;
        private boolean trustedForLinking;
        private EmailTrust emailTrust = EmailTrust.fromClaim();
        private final Set<String> deny = new LinkedHashSet<>();
        private final Map<RootAttribute, String> metadataMigration = new EnumMap<>(RootAttribute.class);
        private Optional<String> idSpace = Optional.empty();
        private boolean confirmsAddresses;
        private boolean keepsDeletedOut;
        private boolean gravatar;
        private Limits limits = Limits.STANDARD;

        private Builder(String name, Provider provider) {
            checkName(requireNonNull(name, "name"));
            this.name = name;
            this.provider = requireNonNull(provider, "provider");
            this.syncPolicy = provider.kind().isOwn() ? SyncPolicy.ON_FIRST_LOGIN : SyncPolicy.ON_EACH_LOGIN;
        }

        private static void checkName(String name) {
            boolean acceptable = !name.isEmpty()
                    && Characters.atMost(name, LONGEST_NAME)
                    && !Characters.isUnsafe(name)
                    && name.indexOf('|') < 0
                    && name.chars().noneMatch(c -> Characters.isSpace((char) c) || Character.isISOControl(c));
            if (!acceptable) {
                throw new IllegalArgumentException("connection name must be 1 to " + LONGEST_NAME
                        + " characters without | and without white space or control characters");
            }
            if (Owner.isReserved(name)) {
                throw new IllegalArgumentException(
                        "connection name must not be \"" + name + "\", which names another owner of attributes");
            }
        }

        /** When logins write root attributes. Default: each login; for databases and passwordless the first one. */
        public Builder syncPolicy(SyncPolicy policy) {
            syncPolicy = requireNonNull(policy, "policy");
            return this;
        }

        /** What a new identity does that could belong to a known user. Default: {@link LinkPolicy#NEVER}. */
        public Builder linkPolicy(LinkPolicy policy) {
            linkPolicy = requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Lets this connection's word on verified addresses link identities without asking anybody: its own under
         * {@link LinkPolicy#AUTOMATIC}, and others' to users whose address it verified.
         */
        public Builder trustForLinking() {
            trustedForLinking = true;
            return this;
        }

        /** Whether its word on verified addresses is believed. Default: {@link EmailTrust#fromClaim()}. */
        public Builder emailTrust(EmailTrust trust) {
            emailTrust = requireNonNull(trust, "trust");
            return this;
        }

        /** Top-level claims, named as the provider spells them, that are never stored and feed no derived value. */
        public Builder deny(String... claims) {
            for (String claim : claims) {
                if (claim.isBlank()) {
                    throw new IllegalArgumentException("a denied claim must have a name");
                }
                deny.add(claim);
            }
            return this;
        }

        /**
         * Moves a field of {@code user_metadata} to a root attribute at logins of a primary identity here, where the
         * attribute may be edited and nobody has.
         *
         * @throws IllegalArgumentException when the attribute is none of name, given name, family name, nickname and
         *     picture, or the field is blank
         */
        public Builder migrateUserMetadata(RootAttribute attribute, String field) {
            if (!attribute.isGovernedByMode() || field.isBlank()) {
                throw new IllegalArgumentException(
                        "user metadata can move to name, given_name, family_name, nickname and picture only, from a"
                                + " field with a name");
            }
            metadataMigration.put(attribute, field);
            return this;
        }

        /** The space in which subjects are unique, such as an issuer or an app id: pinned in the store at first use. */
        public Builder idSpace(String space) {
            if (space.isBlank()) {
                throw new IllegalArgumentException("an id space must have a name");
            }
            idSpace = Optional.of(space);
            return this;
        }

        /**
         * Refuses edits of a user's own that set another e-mail address or phone number: it has to be shown first, by a
         * ticket or a code that is sent there. For connections where people log in with these.
         */
        public Builder confirmAddresses() {
            confirmsAddresses = true;
            return this;
        }

        /**
         * Keeps refusing the identities of users that were deleted, until their ids are unblocked: for connections behind
         * which the same people can still prove themselves, such as an older database. What stays of them is the key of
         * the identity.
         */
        public Builder keepDeletedOut() {
            keepsDeletedOut = true;
            return this;
        }

        /** Derives a missing picture from Gravatar, whose URL tells everybody who sees it a hash of the address. */
        public Builder leakAddressHashToGravatar() {
            gravatar = true;
            return this;
        }

        /** The limits of values and stored claims. Default: {@link Limits#STANDARD}. */
        public Builder limits(Limits values) {
            limits = requireNonNull(values, "values");
            return this;
        }

        /**
         * The connection.
         *
         * @throws IllegalArgumentException when its user ids could be longer than the limit on them
         */
        public Connection build() {
            int longestId = provider.name().length()
                    + name.codePointCount(0, name.length())
                    + limits.of(Limit.SUBJECT_CHARACTERS)
                    + 2;
            if (longestId > limits.of(Limit.USER_ID_CHARACTERS)) {
                throw new IllegalArgumentException("connection \"" + name + "\" could give user ids of " + longestId
                        + " characters, over the limit of " + limits.of(Limit.USER_ID_CHARACTERS));
            }
            return new Connection(this);
        }
    }
}
