package dev.onoma.oauth.oidc;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which issuers' tokens a connection takes. Immutable. */
public final class IssuerRule {
    /** Where Microsoft's documents have a tenant's id. */
    private static final String TENANT_PLACE = "{tenantid}";

    private static final String TENANT_CLAIM = "tid";
    private static final Pattern TENANT = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<String> issuers;
    private final @Nullable Set<String> tenants;

    private IssuerRule(List<String> issuers, @Nullable Set<String> tenants) {
        this.issuers = List.copyOf(issuers);
        this.tenants = tenants;
    }

    /** One issuer, compared exactly. */
    public static IssuerRule exactly(String issuer) {
        return anyOf(issuer);
    }

    /** One issuer under several names, each compared exactly; the first is the one it is known by. */
    public static IssuerRule anyOf(String first, String... others) {
        requireNonNull(first, "first");
        List<String> all = new java.util.ArrayList<>(List.of(others));
        all.add(0, first);
        for (String issuer : all) {
            if (issuer.isBlank() || issuer.contains(TENANT_PLACE)) {
                throw new IllegalArgumentException("an issuer must have a name, and no place for a tenant in it");
            }
        }
        return new IssuerRule(all, null);
    }

    /**
     * Microsoft Entra's issuer of several tenants: a token's issuer has to be the template with the token's own
     * {@code tid} in place of {@code {tenantid}}.
     *
     * @param tenants the ids of those that may log in, in lower case; none for every tenant there is
     * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#validate-the-issuer">Microsoft,
     *     Validate the issuer</a>
     */
    public static IssuerRule ownTenant(String template, Set<String> tenants) {
        if (template.indexOf(TENANT_PLACE) < 0
                || template.indexOf(TENANT_PLACE) != template.lastIndexOf(TENANT_PLACE)) {
            throw new IllegalArgumentException("an issuer's template must hold " + TENANT_PLACE + " once");
        }
        for (String tenant : tenants) {
            if (!TENANT.matcher(tenant).matches()) {
                throw new IllegalArgumentException("a tenant must be a GUID in lower case");
            }
        }
        return new IssuerRule(List.of(template), Set.copyOf(tenants));
    }

    /** The issuer's name, or the template of its names: what a connection's id space is pinned to. */
    public String name() {
        return issuers.get(0);
    }

    /**
     * Whether an issuer's name is one of these; with tenants, whether it is that of one that may log in. Which of them a
     * person is of, only the token says.
     */
    public boolean names(String issuer) {
        if (tenants == null) {
            return issuers.contains(issuer);
        }
        int place = name().indexOf(TENANT_PLACE);
        int end = issuer.length() - (name().length() - place - TENANT_PLACE.length());
        if (place > end) {
            return false;
        }
        String tenant = issuer.substring(place, end);
        return TENANT.matcher(tenant).matches()
                && (tenants.isEmpty() || tenants.contains(tenant))
                && issuer.equals(filled(name(), tenant));
    }

    /** Checks a token's issuer, and that its key may be used for it. */
    void check(TokenClaims claims, Optional<String> keyIssuer) {
        String issuer = claims.requiredText("iss");
        Optional<String> tenant = tenants == null ? Optional.empty() : Optional.of(tenant(claims, tenants));
        boolean ours = tenant.isPresent() ? issuer.equals(filled(name(), tenant.get())) : issuers.contains(issuer);
        if (!ours) {
            throw claims.refuse(TokenProblem.WRONG_ISSUER, "iss", "must be the connection's issuer");
        }
        if (keyIssuer.isPresent()
                && !issuer.equals(tenant.map(id -> filled(keyIssuer.get(), id)).orElse(keyIssuer.get()))) {
            throw claims.refuse(TokenProblem.WRONG_ISSUER, "iss", "must be the issuer that the key is published for");
        }
    }

    private static String tenant(TokenClaims claims, Set<String> allowed) {
        String tenant = claims.requiredText(TENANT_CLAIM);
        if (!TENANT.matcher(tenant).matches()) {
            throw claims.refuse(TokenProblem.INVALID_CLAIM, TENANT_CLAIM, "must be a GUID in lower case");
        }
        if (!allowed.isEmpty() && !allowed.contains(tenant)) {
            throw claims.refuse(TokenProblem.WRONG_ISSUER, TENANT_CLAIM, "must be a tenant that may log in");
        }
        return tenant;
    }

    private static String filled(String template, String tenant) {
        return template.replace(TENANT_PLACE, tenant);
    }

    @Override
    public String toString() {
        return "IssuerRule" + issuers;
    }
}
