package dev.onoma.oauth.client;

import com.github.scribejava.core.extractors.TokenExtractor;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.Response;
import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads token responses strictly. What is refused is named by its member, never by what it holds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, section 5.1</a>
 */
final class TokenResponse implements TokenExtractor<OAuth2AccessToken> {
    /** Beyond this many seconds, 68 years, a lifetime is as good as endless. */
    private static final BigInteger LONGEST_LIFE = BigInteger.valueOf(Integer.MAX_VALUE);

    private final Set<String> scopesAskedFor;
    private final Instant now;

    TokenResponse(Set<String> scopesAskedFor, Instant now) {
        this.scopesAskedFor = scopesAskedFor;
        this.now = now;
    }

    @Override
    public OAuth2AccessToken extract(Response response) throws IOException {
        return new ReadTokens(read(response.getStream().readAllBytes()));
    }

    /** The {@code error} of an error response; empty when there is none that can be read. RFC 6749, section 5.2. */
    static Optional<String> errorCode(byte[] body) {
        try {
            return JsonDocument.parse(body, Limits.STANDARD).value() instanceof JsonObject object
                            && object.get("error").orElse(JsonNull.NULL) instanceof JsonString error
                    ? Optional.of(error.value())
                    : Optional.empty();
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }

    ProviderTokens read(byte[] body) {
        JsonObject response = parse(body);
        if (response.has("error")) {
            throw refuse("reports an error");
        }
        ProviderTokens.Builder tokens =
                ProviderTokens.of(token(response, "access_token").orElseThrow(() -> refuse("has no \"access_token\"")));
        checkType(response);
        token(response, "refresh_token").ifPresent(tokens::refreshToken);
        token(response, "id_token").ifPresent(tokens::idToken);
        lifetime(response).ifPresent(life -> tokens.expiresAt(now.plus(life)));
        return tokens.scopes(scopes(response)).build();
    }

    private static JsonObject parse(byte[] body) {
        JsonValue value;
        try {
            value = JsonDocument.parse(body, Limits.STANDARD).value();
        } catch (JsonException unreadable) {
            throw refuse("is no acceptable JSON: " + unreadable.code());
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw refuse("is no JSON object");
    }

    /** A member; null counts as absent. */
    private static Optional<JsonValue> member(JsonObject response, String name) {
        return response.get(name).filter(value -> value != JsonNull.NULL);
    }

    /** A token is visible characters: anything else could not be sent on. RFC 6749, appendix A.12. */
    private static Optional<String> token(JsonObject response, String name) {
        Optional<String> text = text(response, name);
        if (text.isPresent() && (text.get().isEmpty() || text.get().chars().anyMatch(c -> c <= ' ' || c > '~'))) {
            throw refuse("has a \"" + name + "\" that is no token");
        }
        return text;
    }

    private static Optional<String> text(JsonObject response, String name) {
        Optional<JsonValue> value = member(response, name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof JsonString text) {
            return Optional.of(text.value());
        }
        throw refuse("has a \"" + name + "\" that is no string");
    }

    private static void checkType(JsonObject response) {
        String type = text(response, "token_type").orElseThrow(() -> refuse("has no \"token_type\""));
        // ASCII, in any case: not equalsIgnoreCase, to which other letters are equal too.
        if (!type.matches("[Bb][Ee][Aa][Rr][Ee][Rr]")) {
            throw refuse("has a \"token_type\" other than Bearer");
        }
    }

    private static Optional<Duration> lifetime(JsonObject response) {
        Optional<JsonValue> value = member(response, "expires_in");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String digits = value.get() instanceof JsonNumber number
                ? number.toJson()
                : value.get() instanceof JsonString text ? text.value() : "";
        if (!digits.matches("[0-9]{1,30}")) {
            throw refuse("has an \"expires_in\" that is no number of seconds");
        }
        return Optional.of(
                Duration.ofSeconds(new BigInteger(digits).min(LONGEST_LIFE).longValueExact()));
    }

    private Set<String> scopes(JsonObject response) {
        Optional<String> granted = text(response, "scope");
        if (granted.isEmpty()) {
            return scopesAskedFor;
        }
        Set<String> names = new LinkedHashSet<>(List.of(granted.get().split(" ", -1)));
        names.remove("");
        return names;
    }

    private static DeniedException refuse(String problem) {
        return new DeniedException(DenialCode.INVALID_TOKEN_RESPONSE, "the token response " + problem);
    }
}
