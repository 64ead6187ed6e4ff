package dev.onoma.core.provider;

import dev.onoma.core.attribute.EmailAddress;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a connection's word on verified e-mail addresses is believed. Immutable. */
public final class EmailTrust {
    private enum Kind {
        FROM_CLAIM,
        ALWAYS,
        NEVER,
        DOMAINS
    }

    private static final EmailTrust FROM_CLAIM = new EmailTrust(Kind.FROM_CLAIM, Set.of());
    private static final EmailTrust ALWAYS = new EmailTrust(Kind.ALWAYS, Set.of());
    private static final EmailTrust NEVER = new EmailTrust(Kind.NEVER, Set.of());

    private final Kind kind;
    private final Set<String> domains;

    private EmailTrust(Kind kind, Set<String> domains) {
        this.kind = kind;
        this.domains = domains;
    }

    /** The claim is believed, and silence means unverified. The default. */
    public static EmailTrust fromClaim() {
        return FROM_CLAIM;
    }

    /** Silence means verified; an outright false stays false. For providers that verify every address they give. */
    public static EmailTrust always() {
        return ALWAYS;
    }

    /** Only an outright false is believed. */
    public static EmailTrust never() {
        return NEVER;
    }

    /**
     * {@link #always()} for addresses of these domains, {@link #never()} for all others.
     *
     * @throws IllegalArgumentException when there is no domain, or one is blank or holds an {@code @}
     */
    public static EmailTrust domains(Set<String> domains) {
        if (domains.isEmpty()
                || domains.stream().anyMatch(domain -> !domain.strip().matches("[^@\\s]+"))) {
            throw new IllegalArgumentException("e-mail trust needs domains such as example.com");
        }
        return new EmailTrust(
                Kind.DOMAINS,
                domains.stream()
                        .map(String::strip)
                        .map(EmailAddress::domainKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a verification by this connection of such an address would be believed at all. */
    public boolean believes(String address) {
        return kind != Kind.NEVER && (kind != Kind.DOMAINS || isListed(address));
    }

    FlagState apply(FlagState said, boolean silent, String address) {
        if (said == FlagState.FALSE) {
            return said;
        }
        if (!believes(address)) {
            return FlagState.UNSAID;
        }
        return kind != Kind.FROM_CLAIM && silent ? FlagState.TRUE : said;
    }

    private boolean isListed(String address) {
        return domains.contains(EmailAddress.domainKey(address.substring(address.indexOf('@') + 1)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailTrust trust && kind == trust.kind && domains.equals(trust.domains);
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + domains.hashCode();
    }

    @Override
    public String toString() {
        return kind == Kind.DOMAINS
                ? "domains " + new TreeSet<>(domains)
                : kind.name().toLowerCase(Locale.ROOT);
    }
}
