package dev.onoma.oauth.client;

import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.extractors.TokenExtractor;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuthRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A provider as ScribeJava asks for it, without its readers of JSON and its encoding of Basic. */
final class ScribeApi extends DefaultApi20 {
    private final Endpoints endpoints;
    private final ClientAuthentication authentication;
    private final TokenResponse response;

    ScribeApi(Endpoints endpoints, ClientAuthentication authentication, TokenResponse response) {
        this.endpoints = endpoints;
        this.authentication = authentication;
        this.response = response;
    }

    @Override
    public String getAccessTokenEndpoint() {
        return endpoints.token().toString();
    }

    @Override
    protected String getAuthorizationBaseUrl() {
        return endpoints.authorization().toString();
    }

    @Override
    public TokenExtractor<OAuth2AccessToken> getAccessTokenExtractor() {
        return response;
    }

    @Override
    public com.github.scribejava.core.oauth2.clientauthentication.ClientAuthentication getClientAuthentication() {
        return this::authenticate;
    }

    private void authenticate(OAuthRequest request, String clientId, String secret) {
        switch (authentication) {
            case SECRET_BASIC -> request.addHeader("Authorization", "Basic " + basic(clientId, secret));
            case SECRET_POST -> {
                request.addParameter("client_id", clientId);
                request.addParameter("client_secret", secret);
            }
            case NONE -> request.addParameter("client_id", clientId);
        }
    }

    /** Each half is form-encoded first, which ScribeJava leaves out. RFC 6749, section 2.3.1. */
    private static String basic(String clientId, String secret) {
        String pair = formEncoded(clientId) + ":" + formEncoded(secret);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static String formEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
