package dev.onoma.oauth.client;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limits;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpException;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.http.HttpReply;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The profile that a provider of plain OAuth 2.0 gives for an access token, asked for with the token in the header. What
 * the API says elsewhere becomes a member of that one document, so that a table finds all of it. Immutable and
 * thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 */
public final class ProfileApi implements ClaimsSource {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final URI profile;
    private final Map<String, URI> more;

    private ProfileApi(URI profile, Map<String, URI> more) {
        this.profile = requireNonNull(profile, "profile");
        this.more = more;
    }

    /** The document at this address, and nothing else. */
    public static ProfileApi at(URI profile) {
        return new ProfileApi(profile, Map.of());
    }

    /**
     * This, and beside it another document, such as a list of addresses. Where the provider does not show it, with status
     * 403 or 404 as for a scope that the person did not grant, the profile is without it.
     *
     * @param member what it is called in the profile, in place of what the profile may call so
     */
    public ProfileApi and(String member, URI address) {
        Map<String, URI> both = new LinkedHashMap<>(more);
        both.put(requireNonNull(member, "member"), requireNonNull(address, "address"));
        return new ProfileApi(profile, Collections.unmodifiableMap(both));
    }

    /**
     * The profile; what is no acceptable JSON in it is for the login processor to refuse.
     *
     * @throws DeniedException when it could not be had
     */
    @Override
    public Claims claims(ClaimsRequest request) {
        String token = request.tokens().accessToken();
        byte[] body = get(profile, token, request.http());
        if (more.isEmpty() || !(parse(body).orElse(null) instanceof JsonObject object)) {
            return Claims.parse(body, Evidence.USERINFO_RESPONSE);
        }
        JsonObject whole = object;
        for (Map.Entry<String, URI> one : more.entrySet()) {
            Optional<JsonValue> value = shown(one.getValue(), token, request.http());
            if (value.isPresent()) {
                whole = whole.with(one.getKey(), value.get());
            }
        }
        return Claims.of(whole, Evidence.USERINFO_RESPONSE);
    }

    private static Optional<JsonValue> shown(URI address, String token, HttpExchange http) {
        try {
            return parse(get(address, token, http));
        } catch (HttpException refused) {
            if (refused.reply().filter(ProfileApi::isNotShown).isPresent()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** GitHub answers 403 to too many requests as well, and says so in its headers. */
    private static boolean isNotShown(HttpReply reply) {
        boolean tooMany = reply.header("Retry-After").isPresent()
                || reply.header("X-RateLimit-Remaining").equals(Optional.of("0"));
        return reply.status() == NOT_FOUND || (reply.status() == FORBIDDEN && !tooMany);
    }

    private static byte[] get(URI address, String token, HttpExchange http) {
        return http.send(HttpCall.get(address, BodyKind.USERINFO).bearer(token)).body();
    }

    private static Optional<JsonValue> parse(byte[] body) {
        try {
            return Optional.of(JsonDocument.parse(body, Limits.STANDARD).value());
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ProfileApi" + more.keySet();
    }
}
