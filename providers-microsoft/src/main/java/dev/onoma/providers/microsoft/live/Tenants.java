package dev.onoma.providers.microsoft.live;

import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.oidc.IssuerRule;
import dev.onoma.oauth.oidc.ProviderMetadata;
import dev.onoma.providers.microsoft.Microsoft;
import java.net.URI;
import java.util.Set;

/**
 * Whose accounts may log in: a token has to be of the issuer of its own tenant, and that tenant one of these. Immutable.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#validate-the-issuer">Validate the
 *     issuer</a>
 */
public final class Tenants {
    /** The name of every tenant's issuer, with a place for the tenant's id. */
    static final String ISSUER = "https://login.microsoftonline.com/{tenantid}/v2.0";

    private final String authority;
    private final IssuerRule issuers;

    private Tenants(String authority, Set<String> admitted) {
        this.authority = authority;
        this.issuers = IssuerRule.ownTenant(ISSUER, admitted);
    }

    /**
     * One tenant.
     *
     * @param tenant its id, a GUID in lower case
     */
    public static Tenants only(String tenant) {
        return new Tenants(tenant, Set.of(tenant));
    }

    /**
     * Several tenants, each by its id; {@link Microsoft#PERSONAL_TENANT} may be among them.
     *
     * @throws IllegalArgumentException when there is none: every tenant is {@link #any()}
     */
    public static Tenants of(Set<String> tenants) {
        if (tenants.isEmpty()) {
            throw new IllegalArgumentException("name a tenant, or take any()");
        }
        return new Tenants(tenants.contains(Microsoft.PERSONAL_TENANT) ? "common" : "organizations", tenants);
    }

    /** Personal accounts alone. */
    public static Tenants personal() {
        return new Tenants("consumers", Set.of(Microsoft.PERSONAL_TENANT));
    }

    /**
     * Every tenant that there is, and personal accounts: anybody can have a tenant, and write into it what they like. Do
     * not trust addresses that {@code xms_edov} does not speak for.
     */
    public static Tenants any() {
        return new Tenants("common", Set.of());
    }

    IssuerRule issuers() {
        return issuers;
    }

    /** Where their accounts log in. */
    ProviderMetadata metadata() {
        String base = "https://login.microsoftonline.com/" + authority;
        return ProviderMetadata.known(
                ISSUER,
                Endpoints.of(base + "/oauth2/v2.0/authorize", base + "/oauth2/v2.0/token"),
                URI.create(base + "/discovery/v2.0/keys"));
    }

    @Override
    public String toString() {
        return "Tenants[" + authority + "]";
    }
}
