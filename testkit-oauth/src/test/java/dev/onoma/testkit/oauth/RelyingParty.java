package dev.onoma.testkit.oauth;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A client that believes everything: what it sees is what went over the wire. */
final class RelyingParty {
    static final String REDIRECT_URI = "http://127.0.0.1:9/callback";
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /** Of the verifier above: RFC 7636, appendix B. */
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final FakeProvider provider;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RelyingParty(FakeProvider provider) {
        this.provider = provider;
    }

    /** The parameters of a request for a code that is as it should be. */
    Parameters authorizationRequest() {
        return new Parameters()
                .add("response_type", "code")
                .add("client_id", provider.clientId())
                .add("redirect_uri", REDIRECT_URI)
                .add("scope", "openid email profile")
                .add("state", "the-state")
                .add("nonce", "the-nonce")
                .add("code_challenge", CHALLENGE)
                .add("code_challenge_method", "S256");
    }

    /** The parameters that the browser brings back, in their order. */
    List<Map.Entry<String, String>> callback() {
        return callback(authorizationRequest());
    }

    List<Map.Entry<String, String>> callback(Parameters request) {
        HttpResponse<String> response = get(Endpoint.AUTHORIZATION, "?" + request.encoded());
        String location = response.headers().firstValue("Location").orElseThrow();
        if (!location.startsWith(REDIRECT_URI + "?")) {
            throw new IllegalStateException("sent elsewhere");
        }
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        for (String pair : location.substring(REDIRECT_URI.length() + 1).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.add(Map.entry(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        }
        return parameters;
    }

    static List<String> values(List<Map.Entry<String, String>> callback, String name) {
        return callback.stream()
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    String code() {
        return values(callback(), "code").get(0);
    }

    Parameters tokenRequest(String code) {
        return new Parameters()
                .add("grant_type", "authorization_code")
                .add("code", code)
                .add("redirect_uri", REDIRECT_URI)
                .add("code_verifier", VERIFIER)
                .add("client_id", provider.clientId())
                .add("client_secret", provider.clientSecret());
    }

    HttpResponse<String> redeem(String code) {
        return token(tokenRequest(code));
    }

    HttpResponse<String> token(Parameters request, String... headers) {
        return post(Endpoint.TOKEN, request, headers);
    }

    HttpResponse<String> post(Endpoint endpoint, Parameters request, String... headers) {
        HttpRequest.Builder post = HttpRequest.newBuilder(provider.uri(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(request.encoded()));
        return send(headers.length == 0 ? post : post.headers(headers));
    }

    /** The token response of a whole login. */
    JsonObject tokens() {
        return object(redeem(code()).body());
    }

    String idToken() {
        return text(tokens(), "id_token");
    }

    HttpResponse<String> userinfo(String accessToken) {
        return get(provider.uri(Endpoint.USERINFO), accessToken);
    }

    HttpResponse<String> get(URI uri, String accessToken) {
        return send(HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + accessToken)
                .GET());
    }

    HttpResponse<String> userinfo() {
        return userinfo(text(tokens(), "access_token"));
    }

    HttpResponse<String> get(Endpoint endpoint, String rest) {
        return get(URI.create(provider.uri(endpoint) + rest));
    }

    HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    JsonObject getJson(Endpoint endpoint) {
        return object(get(endpoint, "").body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonObject object(String text) {
        return (JsonObject) JsonValue.parse(text);
    }

    static String text(JsonObject object, String name) {
        return ((JsonString) object.get(name).orElseThrow()).value();
    }

    static JsonObject header(String token) {
        return object(part(token, 0));
    }

    static JsonObject claims(String token) {
        return object(part(token, 1));
    }

    static String part(String token, int part) {
        return new String(bytes(token, part), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String token, int part) {
        return Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]);
    }
}
