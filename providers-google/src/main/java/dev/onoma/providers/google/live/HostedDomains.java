package dev.onoma.providers.google.live;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import java.util.Optional;
import java.util.Set;

/**
 * The Google Workspace domains whose accounts are admitted; none admits every account.
 *
 * @see <a href="https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload">An ID
 *     token's payload, hd</a>
 */
record HostedDomains(Set<String> admitted) {
    /** What the account chooser is told: the one domain, or that it has to be any; empty without a restriction. */
    Optional<String> hint() {
        return switch (admitted.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(admitted.iterator().next());
            default -> Optional.of("*");
        };
    }

    /** The claims, if their id_token, which is the first source, is of an admitted domain. */
    Claims check(Claims claims) {
        if (!admitted.isEmpty() && domain(claims).filter(admitted::contains).isEmpty()) {
            throw new DeniedException(
                    DenialCode.WRONG_DOMAIN, "the account's hosted domain is none of those that are admitted");
        }
        return claims;
    }

    private static Optional<String> domain(Claims claims) {
        return claims.sources().stream()
                .findFirst()
                .flatMap(source -> source.object())
                .flatMap(token -> token.get("hd"))
                .flatMap(HostedDomains::text);
    }

    private static Optional<String> text(JsonValue value) {
        return value instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }
}
