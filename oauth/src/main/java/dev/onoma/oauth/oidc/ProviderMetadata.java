package dev.onoma.oauth.oidc;

import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpExchange;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * What an issuer says of itself in its discovery document, as far as a login needs it. Immutable.
 *
 * <p>What it lists of algorithms is not here: which are accepted is for the connection to say.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata">OpenID Connect Discovery
 *     1.0, section 3</a>
 */
public final class ProviderMetadata {
    private static final String PATH = "/.well-known/openid-configuration";

    private final String issuer;
    private final URI authorizationEndpoint;
    private final URI tokenEndpoint;
    private final URI jwksUri;
    private final Optional<URI> userinfoEndpoint;
    private final Optional<URI> endSessionEndpoint;
    private final Set<String> clientAuthentication;
    private final boolean namesIssuerInResponse;

    private ProviderMetadata(DiscoveryDocument document, String issuer) {
        this.issuer = issuer;
        this.authorizationEndpoint = document.requiredEndpoint("authorization_endpoint");
        this.tokenEndpoint = document.requiredEndpoint("token_endpoint");
        this.jwksUri = document.requiredEndpoint("jwks_uri");
        this.userinfoEndpoint = document.endpoint("userinfo_endpoint");
        this.endSessionEndpoint = document.endpoint("end_session_endpoint");
        this.clientAuthentication =
                document.texts("token_endpoint_auth_methods_supported", Set.of("client_secret_basic"));
        this.namesIssuerInResponse = document.flag("authorization_response_iss_parameter_supported");
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
        return parse(http.send(call).body(), issuer);
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
        DiscoveryDocument document = DiscoveryDocument.parse(utf8);
        if (!document.requiredText("issuer").equals(issuer)) {
            throw DiscoveryDocument.refuse("issuer", "must be the issuer that was asked");
        }
        return new ProviderMetadata(document, issuer);
    }

    public String issuer() {
        return issuer;
    }

    public URI authorizationEndpoint() {
        return authorizationEndpoint;
    }

    public URI tokenEndpoint() {
        return tokenEndpoint;
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

    /** Whether it names itself in every answer to the browser, so that one without a name is refused. RFC 9207. */
    public boolean namesIssuerInResponse() {
        return namesIssuerInResponse;
    }

    @Override
    public String toString() {
        return "ProviderMetadata[" + issuer + "]";
    }
}
