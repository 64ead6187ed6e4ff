package dev.onoma.providers.oidc;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An OpenID Connect issuer as an application configures it: its name, where it is asked about itself, and its table of
 * claims. Immutable.
 */
public final class OidcIssuer {
    private static final String ENTRA = "https://login.microsoftonline.com/";
    private static final String ENTRA_TEMPLATE = ENTRA + "{tenantid}/v2.0";
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]{1,5})?");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");

    /** Microsoft says of an address whether the tenant owns its domain, and nothing of whose it is. */
    private static final ClaimMap ENTRA_CLAIMS = ClaimMap.of(Map.of("email_verified", "xms_edov"));

    private final String name;
    private final URI discovery;
    private final Kind kind;
    private final ClaimMap claims;
    private final Set<String> tenants;

    private OidcIssuer(String name, URI discovery, Kind kind, ClaimMap claims, Set<String> tenants) {
        this.name = name;
        this.discovery = discovery;
        this.kind = kind;
        this.claims = claims;
        this.tenants = Set.copyOf(tenants);
    }

    /**
     * An issuer by its name, exactly as its tokens have it: a slash at the end counts.
     *
     * @throws IllegalArgumentException when it is no URL
     */
    public static OidcIssuer of(String issuer) {
        return plain(requireNonNull(issuer, "issuer"), Kind.PLAIN);
    }

    private static OidcIssuer plain(String issuer, Kind kind) {
        try {
            return new OidcIssuer(issuer, new URI(issuer), kind, ClaimMap.standard(), Set.of());
        } catch (URISyntaxException noAddress) {
            throw new IllegalArgumentException("an issuer must be a URL", noAddress);
        }
    }

    /**
     * A realm of a Keycloak server.
     *
     * @param server such as {@code https://login.example.com}, with the path in front of {@code /realms} if it has one
     */
    public static OidcIssuer keycloak(String server, String realm) {
        return of(withoutSlash(server) + "/realms/" + segment(realm, "a realm"));
    }

    /** An Okta organization's own authorization server, by its domain, such as {@code example.okta.com}. */
    public static OidcIssuer okta(String domain) {
        return of("https://" + host(domain));
    }

    /** One of an Okta organization's custom authorization servers, such as {@code default}. */
    public static OidcIssuer okta(String domain, String authorizationServer) {
        return of("https://" + host(domain) + "/oauth2/" + segment(authorizationServer, "an authorization server"));
    }

    /** gitlab.com. */
    public static OidcIssuer gitLab() {
        return plain("https://gitlab.com", Kind.GITLAB);
    }

    /** A GitLab server of one's own, by its address: an organization's, whose people are not those of gitlab.com. */
    public static OidcIssuer gitLab(String server) {
        return of(withoutSlash(server));
    }

    /**
     * LinkedIn, which does not repeat the nonce.
     *
     * @see <a href="https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2">
     *     Sign In with LinkedIn using OpenID Connect</a>
     */
    public static OidcIssuer linkedIn() {
        return plain("https://www.linkedin.com/oauth", Kind.LINKEDIN);
    }

    /**
     * One tenant of Microsoft Entra.
     *
     * @param tenant its id, a GUID in lower case
     */
    public static OidcIssuer entra(String tenant) {
        String issuer = ENTRA + tenant(tenant) + "/v2.0";
        return new OidcIssuer(issuer, URI.create(issuer), Kind.ENTRA, ENTRA_CLAIMS, Set.of());
    }

    /**
     * Several tenants of Microsoft Entra, each by its id: a token's issuer has to be that of the token's own tenant.
     *
     * @throws IllegalArgumentException when there is none: every tenant is {@link #entraOfAnyTenant()}
     */
    public static OidcIssuer entraOf(Set<String> tenants) {
        if (tenants.isEmpty()) {
            throw new IllegalArgumentException("name a tenant, or take entraOfAnyTenant()");
        }
        tenants.forEach(OidcIssuer::tenant);
        return new OidcIssuer(
                ENTRA_TEMPLATE, URI.create(ENTRA + "organizations/v2.0"), Kind.ENTRA, ENTRA_CLAIMS, tenants);
    }

    /**
     * Every tenant of Microsoft Entra that there is, and personal accounts: anybody can have a tenant, and write into it
     * what they like. Do not trust its addresses.
     */
    public static OidcIssuer entraOfAnyTenant() {
        return new OidcIssuer(ENTRA_TEMPLATE, URI.create(ENTRA + "common/v2.0"), Kind.ENTRA, ENTRA_CLAIMS, Set.of());
    }

    /** This issuer with another table of claims. */
    public OidcIssuer claims(ClaimMap map) {
        return new OidcIssuer(name, discovery, kind, requireNonNull(map, "map"), tenants);
    }

    /** This issuer, asked about itself elsewhere: what it says of its name stays the same. */
    public OidcIssuer discoveredAt(URI base) {
        return new OidcIssuer(name, requireNonNull(base, "base"), kind, claims, tenants);
    }

    /** Its name in tokens, with {@code {tenantid}} in it where it has several tenants. */
    public String name() {
        return name;
    }

    /** The address in front of {@code /.well-known/openid-configuration}. */
    public URI discovery() {
        return discovery;
    }

    /** Whether it stands for several tenants, each with an issuer's name of its own. */
    public boolean hasTenants() {
        return name.equals(ENTRA_TEMPLATE);
    }

    /** The tenants that may log in; none when every one may, or there are none. */
    public Set<String> tenants() {
        return tenants;
    }

    /** Whether its tokens bear the nonce that they were asked for with. */
    public boolean repeatsNonce() {
        return kind != Kind.LINKEDIN;
    }

    /** Whether its userinfo says more than its id_token. */
    public boolean userinfoSaysMore() {
        return kind != Kind.ENTRA;
    }

    /** Its table. */
    public Provider provider() {
        Provider.Builder provider =
                Provider.named(kind.provider).openIdConnect().subject("sub");
        return claims.applyTo(kind.social ? provider.social() : provider).build();
    }

    /** A connection to it, whose subjects are unique within it only: its id space is pinned to its name. */
    public Connection.Builder connection(String connection) {
        return Connection.of(connection, provider()).idSpace(name);
    }

    private static String withoutSlash(String server) {
        return server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    }

    private static String segment(String text, String part) {
        if (!SEGMENT.matcher(text).matches()) {
            throw new IllegalArgumentException(part + " must be named by letters, digits and . _ ~ -");
        }
        return text;
    }

    private static String host(String domain) {
        if (!HOST.matcher(domain).matches()) {
            throw new IllegalArgumentException("a domain must be a host's name in lower case, without https://");
        }
        return domain;
    }

    private static String tenant(String id) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new IllegalArgumentException("a tenant must be named by its id, a GUID in lower case");
        }
        return id;
    }

    @Override
    public String toString() {
        return "OidcIssuer[" + name + "]";
    }

    private enum Kind {
        PLAIN("oidc", false),
        GITLAB("gitlab", true),
        LINKEDIN("linkedin", true),
        ENTRA("waad", false);

        private final String provider;
        private final boolean social;

        Kind(String provider, boolean social) {
            this.provider = provider;
            this.social = social;
        }
    }
}
