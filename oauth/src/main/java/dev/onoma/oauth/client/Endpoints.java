package dev.onoma.oauth.client;

import dev.onoma.oauth.http.HttpCall;
import java.net.URI;

/**
 * Where a provider's authorization and token endpoints are.
 *
 * @param authorization where the browser is sent; may have a query of its own
 * @param token where codes are exchanged
 */
public record Endpoints(URI authorization, URI token) {
    /**
     * The endpoints.
     *
     * @throws IllegalArgumentException when one is neither https nor http on the loopback host
     */
    public Endpoints {
        if (!HttpCall.isAllowed(authorization) || !HttpCall.isAllowed(token)) {
            throw new IllegalArgumentException("an endpoint must be https, or http on the loopback host");
        }
    }

    /** The endpoints, as text. */
    public static Endpoints of(String authorization, String token) {
        return new Endpoints(URI.create(authorization), URI.create(token));
    }
}
