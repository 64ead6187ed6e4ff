package dev.onoma.core.provider;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.json.JsonValue;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A kind of identity provider, as data: a table from claims to root attributes. Immutable and thread-safe.
 *
 * <pre>{@code
 * Provider.named("github").social().subject("id")
 *     .attribute(NAME, "name | login").attribute(NICKNAME, "login").attribute(PICTURE, "avatar_url")
 *     .email("email", Flag.unsaid())
 *     .build();
 * }</pre>
 */
public final class Provider {
    private final String name;
    private final ProviderKind kind;
    private final boolean openIdConnect;
    private final List<ClaimPath> subject;
    private final Optional<SubjectSpace> subjectSpace;
    private final List<AttributeRule> rules;
    private final Predicate<JsonValue> errorDocument;
    private final Optional<Set<String>> storedClaims;

    private Provider(Builder builder, List<ClaimPath> subject) {
        this.name = builder.name;
        this.kind = builder.kind;
        this.openIdConnect = builder.openIdConnect;
        this.subject = subject;
        this.subjectSpace = builder.subjectSpace;
        this.rules = List.copyOf(builder.rules.values());
        this.errorDocument = builder.errorDocument;
        this.storedClaims = builder.kind == ProviderKind.DATABASE
                ? Optional.of(storedColumns(builder.keptColumns))
                : Optional.empty();
    }

    private Set<String> storedColumns(Set<String> kept) {
        Set<String> columns = new HashSet<>(kept);
        subject.forEach(path -> columns.add(path.root()));
        subjectSpace.ifPresent(space -> columns.add(space.claim().root()));
        for (AttributeRule rule : rules) {
            for (AttributeRule.Candidate candidate : rule.candidates()) {
                columns.add(candidate.path().root());
                candidate.flag().paths().forEach(path -> columns.add(path.root()));
            }
        }
        return Set.copyOf(columns);
    }

    /**
     * A builder.
     *
     * @param name the provider's name in identities and user ids, such as {@code github}: a-z, 0-9, {@code -} and
     *     {@code _}
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The provider's name in identities and user ids. */
    public String name() {
        return name;
    }

    public ProviderKind kind() {
        return kind;
    }

    /** Whether it speaks OpenID Connect, so that the claims of its protocol are not profile data. */
    public boolean isOpenIdConnect() {
        return openIdConnect;
    }

    /** The profile that claims give, or why they are refused. Pure: the same claims give the same profile. */
    public Normalization normalize(Claims claims, MappingSettings settings) {
        return new Mapping(this, settings).normalize(claims);
    }

    /**
     * The profile that the stored claims of a known identity give.
     *
     * @param subject the subject of the identity, which is not looked for in the claims
     */
    public Normalization normalizeStored(String subject, Claims claims, MappingSettings settings) {
        return new Mapping(this, settings).normalizeStored(subject, claims);
    }

    /** Whether the subject may come from one of these top-level claims. */
    public boolean takesSubjectFrom(Set<String> claims) {
        return subject.stream().anyMatch(path -> claims.contains(path.root()))
                || subjectSpace
                        .filter(space -> claims.contains(space.claim().root()))
                        .isPresent();
    }

    List<ClaimPath> subjectPaths() {
        return subject;
    }

    Optional<SubjectSpace> subjectSpace() {
        return subjectSpace;
    }

    List<AttributeRule> rules() {
        return rules;
    }

    Predicate<JsonValue> errorDocument() {
        return errorDocument;
    }

    /** The only top-level claims that are stored; empty when all are. */
    Optional<Set<String>> storedClaims() {
        return storedClaims;
    }

    @Override
    public String toString() {
        return "Provider[" + name + "]";
    }

    /** Collects a provider's table. Each call rejects what is wrong at once, naming the rule. */
    public static final class Builder {
        private final String name;
        private ProviderKind kind = ProviderKind.ENTERPRISE;
        private boolean openIdConnect;
        private Optional<List<ClaimPath>> subject = Optional.empty();
        private Optional<SubjectSpace> subjectSpace = Optional.empty();
        private final Map<RootAttribute, AttributeRule> rules = new EnumMap<>(RootAttribute.class);
        private final Set<String> keptColumns = new HashSet<>();
        private Predicate<JsonValue> errorDocument = document -> false;

        private Builder(String name) {
            if (!requireNonNull(name, "name").matches("[a-z0-9][a-z0-9_-]{0,29}")) {
                throw new IllegalArgumentException("provider name must be 1 to 30 of a-z 0-9 _ -");
            }
            this.name = name;
        }

        /** A social network or another public service. Default: an organization's own identity provider. */
        public Builder social() {
            kind = ProviderKind.SOCIAL;
            return this;
        }

        /** The application's own user table: only mapped and kept columns are stored, secrets never. */
        public Builder database() {
            kind = ProviderKind.DATABASE;
            return this;
        }

        /** The application itself, by codes that it sends. */
        public Builder passwordless() {
            kind = ProviderKind.PASSWORDLESS;
            return this;
        }

        /** Speaks OpenID Connect: {@code iat exp nonce at_hash …} are not profile data. */
        public Builder openIdConnect() {
            openIdConnect = true;
            return this;
        }

        /**
         * Where the stable subject is; candidate paths are separated by {@code |}, and a later one counts only where
         * an earlier one is absent. Required.
         */
        public Builder subject(String paths) {
            subject = Optional.of(checked("subject", paths));
            return this;
        }

        /**
         * The subject is unique only within the space that a claim beside it names, such as a tenant: {@code
         * subject.space} is the identity's subject. A source that does not name it names no subject. Default: the
         * subject is unique at the provider.
         */
        public Builder subjectWithin(String path) {
            subjectSpace = Optional.of(new SubjectSpace(space(path), Optional.empty()));
            return this;
        }

        /**
         * As {@link #subjectWithin(String)}, for subjects of one space alone: what does not name it is of it, and what
         * names another names no subject.
         *
         * @param only its name, without a dot
         */
        public Builder subjectWithin(String path, String only) {
            subjectSpace = Optional.of(new SubjectSpace(space(path), Optional.of(only)));
            return this;
        }

        private ClaimPath space(String path) {
            List<ClaimPath> paths = checked("the subject's space", path);
            if (paths.size() != 1) {
                throw new IllegalArgumentException("provider " + name + ": a subject has one space, without |");
            }
            return paths.get(0);
        }

        /** Where a text attribute is; candidate paths are separated by {@code |}. Further calls add candidates. */
        public Builder attribute(RootAttribute attribute, String paths) {
            return attribute(attribute, paths, Converter.text());
        }

        /** Where a text attribute is, and how what is there becomes text. */
        public Builder attribute(RootAttribute attribute, String paths, Converter converter) {
            requireNonNull(converter, "converter");
            return attribute(attribute, paths, (value, document) -> converter.convert(value));
        }

        /** Where a text attribute is, and how what is there becomes text together with the rest of its document. */
        public Builder attribute(RootAttribute attribute, String paths, DocumentConverter converter) {
            if (attribute.isPair()) {
                throw new IllegalArgumentException(
                        "attribute " + attribute.fieldName() + " is a pair: use email(…) or phone(…)");
            }
            return add(attribute, paths, converter, Flag.unsaid());
        }

        /** A boolean claim that, where true, means that the attribute has no value, whatever its paths hold. */
        public Builder absentWhen(RootAttribute attribute, String paths) {
            rules.merge(
                    attribute,
                    AttributeRule.of(attribute).absentWhen(checked(attribute.fieldName(), paths)),
                    (rule, flags) -> rule.absentWhen(flags.absentWhen()));
            return this;
        }

        /** Where the e-mail address is, and where the same document says whether it is verified. */
        public Builder email(String paths, Flag flag) {
            return email(paths, Converter.text(), flag);
        }

        /** Where the e-mail address is, how what is there becomes an address, and where its flag is. */
        public Builder email(String paths, Converter converter, Flag flag) {
            requireNonNull(converter, "converter");
            return add(RootAttribute.EMAIL, paths, (value, document) -> converter.convert(value), flag);
        }

        /** Where the phone number is, and where the same document says whether it is verified. */
        public Builder phone(String paths, Flag flag) {
            Converter text = Converter.text();
            return add(RootAttribute.PHONE_NUMBER, paths, (value, document) -> text.convert(value), flag);
        }

        /** Columns to store beside the mapped ones. For databases only. */
        public Builder keepColumns(Set<String> columns) {
            for (String column : columns) {
                if (column.isBlank() || SecretNames.isSecret(column)) {
                    throw new IllegalArgumentException(
                            "column \"" + column + "\" cannot be kept: blank, or named like a secret");
                }
            }
            keptColumns.addAll(columns);
            return this;
        }

        /** Which documents are the provider's report of an error rather than a profile; they may be no objects. */
        public Builder errorDocument(Predicate<JsonValue> isError) {
            errorDocument = requireNonNull(isError, "isError");
            return this;
        }

        private Builder add(RootAttribute attribute, String paths, DocumentConverter converter, Flag flag) {
            requireNonNull(converter, "converter");
            List<ClaimPath> checked = checked(attribute.fieldName(), paths);
            rules.put(
                    attribute,
                    rules.getOrDefault(attribute, AttributeRule.of(attribute)).with(checked, converter, flag));
            return this;
        }

        private List<ClaimPath> checked(String rule, String paths) {
            try {
                return ClaimPath.listOf(paths);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "provider " + name + ", rule for " + rule + ": " + wrong.getMessage(), wrong);
            }
        }

        /**
         * The provider.
         *
         * @throws IllegalArgumentException when there is no subject; when columns are kept, or user names mapped, by
         *     what is no database; when a database maps a column named like a secret
         */
        public Provider build() {
            List<ClaimPath> paths =
                    subject.orElseThrow(() -> new IllegalArgumentException("provider " + name + " needs a subject"));
            if (kind != ProviderKind.DATABASE
                    && (!keptColumns.isEmpty() || rules.containsKey(RootAttribute.USERNAME))) {
                throw new IllegalArgumentException(
                        "provider " + name + " is no database: it has no columns to keep and no user names");
            }
            if (kind == ProviderKind.DATABASE) {
                paths.forEach(this::refuseSecret);
                for (AttributeRule rule : rules.values()) {
                    for (AttributeRule.Candidate candidate : rule.candidates()) {
                        refuseSecret(candidate.path());
                        candidate.flag().paths().forEach(this::refuseSecret);
                    }
                }
            }
            return new Provider(this, paths);
        }

        /** Whatever name of the path it is that is a secret's, the value would leave its column. */
        private void refuseSecret(ClaimPath path) {
            if (SecretNames.isSecret(path.toString())) {
                throw new IllegalArgumentException(
                        "provider " + name + " maps the column \"" + path + "\", which is named like a secret");
            }
        }
    }
}
