package dev.onoma.core.provider;

import dev.onoma.core.attribute.Derivation;
import dev.onoma.core.claims.ClaimPath;
import java.util.Set;

/**
 * What a connection adds to its provider's table.
 *
 * @param connection the connection's name
 * @param emailTrust whether its word on verified addresses is believed
 * @param deny top-level claims that are never stored and feed no derived value
 * @param derivation how missing values are derived, and the limits of all values
 */
public record MappingSettings(String connection, EmailTrust emailTrust, Set<String> deny, Derivation derivation) {
    public MappingSettings {
        deny = Set.copyOf(deny);
    }

    /** Whether what is at the path is denied, because the claim that it begins with is. */
    boolean denies(ClaimPath path) {
        return deny.contains(path.root());
    }
}
