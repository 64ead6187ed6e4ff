package dev.onoma.oauth.oidc;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.client.ClientAuthentication;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpExchange;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an issuer says of itself in its discovery document, as far as a login needs it; or what is known of it without
 * asking. Immutable.
 *
 * <p>What it lists of algorithms is not here: which are accepted is for the connection to say.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata">OpenID Connect Discovery
 *     1.0, section 3</a>
 */
public final class ProviderMetadata {
    private static final String SECRET_POST = "client_secret_post";
    private static final String SECRET_BASIC = "client_secret_basic";
    private static final String PATH = "/.well-known/openid-configuration";

    private final String issuer;
    private final Endpoints endpoints;
    private final URI jwksUri;
    private final Optional<URI> userinfoEndpoint;
    private final Optional<URI> endSessionEndpoint;
    private final Set<String> clientAuthentication;
    private final boolean namesIssuerInResponse;

    private ProviderMetadata(
            String issuer,
            Endpoints endpoints,
            URI jwksUri,
            Optional<URI> userinfoEndpoint,
            Optional<URI> endSessionEndpoint,
            Set<String> clientAuthentication,
            boolean namesIssuerInResponse) {
        this.issuer = requireNonNull(issuer, "issuer");
        this.endpoints = requireNonNull(endpoints, "endpoints");
        this.jwksUri = requireNonNull(jwksUri, "jwksUri");
        this.userinfoEndpoint = userinfoEndpoint;
        this.endSessionEndpoint = endSessionEndpoint;
        this.clientAuthentication = Set.copyOf(clientAuthentication);
        this.namesIssuerInResponse = namesIssuerInResponse;
    }

    /**
     * What is known of an issuer without asking it: no userinfo, and a client's secret posted in the form.
     *
     * @param issuer as tokens name it, or the template of their names
     * @param jwksUri where its keys are
     */
    public static ProviderMetadata known(String issuer, Endpoints endpoints, URI jwksUri) {
        return new ProviderMetadata(
                issuer, endpoints, jwksUri, Optional.empty(), Optional.empty(), Set.of(SECRET_POST), false);
    }

    /** This, with a place where it tells more of a person. */
    public ProviderMetadata userinfo(URI endpoint) {
        return new ProviderMetadata(
                issuer,
                endpoints,
                jwksUri,
                Optional.of(endpoint),
                endSessionEndpoint,
                clientAuthentication,
                namesIssuerInResponse);
    }

    /**
     * Asks an issuer, whose document has to name that very issuer.
     *
     * @param issuer as tokens will name it, exactly: a slash at the end counts
     * @throws IllegalArgumentException when the issuer is neither https nor http on the loopback host, or has a query
     * @throws DeniedException {@code invalid_discovery} when the document is not acceptable; the code of HTTP when there
     *     is none
     * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation">OpenID
     *     Connect Discovery 1.0, section 4.3</a>
     */
    public static ProviderMetadata discover(String issuer, HttpExchange http) {
        return discover(address(issuer), issuer, http);
    }

    /**
     * Asks at another address than the issuer's own, as Microsoft Entra needs it for several tenants.
     *
     * @param base in front of {@code /.well-known/openid-configuration}
     * @param issuer what the document has to name as its issuer, exactly
     * @throws DeniedException as {@link #discover(String, HttpExchange)}
     */
    public static ProviderMetadata discover(URI base, String issuer, HttpExchange http) {
        String text = base.toString();
        URI address = URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + PATH);
        HttpCall call = HttpCall.get(address, BodyKind.DISCOVERY).header("Accept", "application/json");
        return parse(http.send(call).body(), issuer, isHttps(address.toString()));
    }

    private static URI address(String issuer) {
        try {
            URI address = new URI(issuer);
            if (address.getRawQuery() == null) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            throw new IllegalArgumentException("an issuer must be a URL", noAddress);
        }
        throw new IllegalArgumentException("an issuer must have no query");
    }

    /**
     * A discovery document as it was received.
     *
     * @param issuer what the document has to name as its issuer, exactly
     * @throws DeniedException {@code invalid_discovery} when it is not acceptable
     */
    public static ProviderMetadata parse(byte[] utf8, String issuer) {
        return parse(utf8, issuer, isHttps(issuer));
    }

    private static boolean isHttps(String address) {
        return address.toLowerCase(Locale.ROOT).startsWith("https:");
    }

    private static ProviderMetadata parse(byte[] utf8, String issuer, boolean secure) {
        DiscoveryDocument document = DiscoveryDocument.parse(utf8, secure);
        if (!document.requiredText("issuer").equals(issuer)) {
            throw DiscoveryDocument.refuse("issuer", "must be the issuer that was asked");
        }
        return new ProviderMetadata(
                issuer,
                new Endpoints(
                        document.requiredEndpoint("authorization_endpoint"),
                        document.requiredEndpoint("token_endpoint")),
                document.requiredEndpoint("jwks_uri"),
                document.endpoint("userinfo_endpoint"),
                document.endpoint("end_session_endpoint"),
                document.texts("token_endpoint_auth_methods_supported", Set.of(SECRET_BASIC)),
                document.flag("authorization_response_iss_parameter_supported"));
    }

    public String issuer() {
        return issuer;
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    /** Where its keys are; see {@link JwksSource}. */
    public URI jwksUri() {
        return jwksUri;
    }

    /** Where it tells more of a person; empty when it has no such place. */
    public Optional<URI> userinfoEndpoint() {
        return userinfoEndpoint;
    }

    /** Where a person logs out of it; empty when it has no such place. */
    public Optional<URI> endSessionEndpoint() {
        return endSessionEndpoint;
    }

    /** How a client may authenticate, such as {@code client_secret_basic}, which alone is there when it does not say. */
    public Set<String> clientAuthentication() {
        return clientAuthentication;
    }

    /** How a secret is shown: by Basic, which every server has to have, unless it lists the form without it. */
    ClientAuthentication secretShown() {
        return !clientAuthentication.contains(SECRET_BASIC) && clientAuthentication.contains(SECRET_POST)
                ? ClientAuthentication.SECRET_POST
                : ClientAuthentication.SECRET_BASIC;
    }

    /** Whether it names itself in every answer to the browser, so that one without a name is refused. RFC 9207. */
    public boolean namesIssuerInResponse() {
        return namesIssuerInResponse;
    }

    @Override
    public String toString() {
        return "ProviderMetadata[" + issuer + "]";
    }
}
