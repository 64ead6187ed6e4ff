package dev.onoma.oauth.oidc;

import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.HttpCall;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the members of a discovery document, strictly. */
final class DiscoveryDocument {
    private final JsonObject object;
    private final boolean secure;

    private DiscoveryDocument(JsonObject object, boolean secure) {
        this.object = object;
        this.secure = secure;
    }

    /**
     * A document as it was received.
     *
     * @param secure whether it came over https: then it cannot send anybody over less
     */
    static DiscoveryDocument parse(byte[] utf8, boolean secure) {
        try {
            if (JsonDocument.parse(utf8, Limits.STANDARD).value() instanceof JsonObject object) {
                return new DiscoveryDocument(object, secure);
            }
        } catch (JsonException invalid) {
            throw new DeniedException(
                    DenialCode.INVALID_DISCOVERY, "the discovery document is not acceptable: " + invalid.message());
        }
        throw new DeniedException(DenialCode.INVALID_DISCOVERY, "the discovery document must be a JSON object");
    }

    static DeniedException refuse(String member, String problem) {
        return new DeniedException(
                DenialCode.INVALID_DISCOVERY, "the discovery document's \"" + member + "\" " + problem);
    }

    String requiredText(String member) {
        return text(member).orElseThrow(() -> refuse(member, "is missing"));
    }

    URI requiredEndpoint(String member) {
        return endpoint(member).orElseThrow(() -> refuse(member, "is missing"));
    }

    Optional<URI> endpoint(String member) {
        return text(member).map(text -> address(member, text));
    }

    private URI address(String member, String text) {
        try {
            URI uri = new URI(text);
            if (HttpCall.isAllowed(uri) && (!secure || uri.getScheme().equalsIgnoreCase("https"))) {
                return uri;
            }
        } catch (URISyntaxException noAddress) {
            throw refuse(member, "must be a URL");
        }
        throw refuse(
                member, secure ? "must be https, as the document is" : "must be https, or http on the loopback host");
    }

    boolean flag(String member) {
        Optional<JsonValue> value = object.get(member);
        if (value.isPresent() && !(value.get() instanceof JsonBoolean)) {
            throw refuse(member, "must be a boolean");
        }
        return value.isPresent() && value.get() == JsonBoolean.TRUE;
    }

    /** The texts of an array; the others in it are of no meaning to us. */
    Set<String> texts(String member, Set<String> whenAbsent) {
        Optional<JsonValue> value = object.get(member);
        if (value.isEmpty()) {
            return whenAbsent;
        }
        if (!(value.get() instanceof JsonArray array)) {
            throw refuse(member, "must be an array");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonValue element : array.elements()) {
            if (element instanceof JsonString string) {
                texts.add(string.value());
            }
        }
        return Set.copyOf(texts);
    }

    private Optional<String> text(String member) {
        Optional<JsonValue> value = object.get(member);
        if (value.isPresent() && !(value.get() instanceof JsonString)) {
            throw refuse(member, "must be a string");
        }
        return value.map(string -> ((JsonString) string).value());
    }
}
