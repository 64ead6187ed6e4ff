package dev.onoma.oauth.transaction;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.oauth.client.CodeVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Logins as handles for the browser, and back: encrypted and authenticated, so that the browser can neither read nor
 * change them. Thread-safe.
 */
public final class TransactionHandles {
    /** A cookie of 4,096 bytes holds the longest there is; more is not worth a decryption. */
    private static final int LONGEST = 4_000;

    private final TransactionKey key;

    /** Handles under a key. */
    public TransactionHandles(TransactionKey key) {
        this.key = requireNonNull(key, "key");
    }

    /** The handle of a login: base64url text. */
    public String seal(LoginTransaction transaction) {
        LoginTransaction.Binding binding = transaction.binding();
        return key.seal(JsonObject.builder()
                .put("link", transaction.purpose().linkTo())
                .put("state", transaction.state())
                .put("nonce", transaction.nonce())
                .put("verifier", transaction.verifier().value())
                .put("connection", binding.connection())
                .put("client", binding.clientId())
                .put("issuer", binding.issuer())
                .put("redirect", binding.redirectUri())
                .put("return", transaction.returnTo())
                .put("at", Long.toString(transaction.startedAt().toEpochMilli()))
                .build()
                .toJson());
    }

    /** The login in a handle; empty when this application did not make it, or somebody has changed it. */
    public Optional<LoginTransaction> open(String handle) {
        if (handle.isEmpty() || handle.length() > LONGEST) {
            return Optional.empty();
        }
        return key.open(handle).map(TransactionHandles::parse);
    }

    private static LoginTransaction parse(String text) {
        try {
            JsonObject object = (JsonObject) JsonDocument.parse(text.getBytes(StandardCharsets.UTF_8), Limits.STANDARD)
                    .value();
            return new LoginTransaction(
                    new LoginTransaction.Purpose(member(object, "link")),
                    member(object, "state"),
                    member(object, "nonce"),
                    new CodeVerifier(member(object, "verifier")),
                    new LoginTransaction.Binding(
                            member(object, "connection"),
                            member(object, "client"),
                            member(object, "issuer"),
                            member(object, "redirect")),
                    member(object, "return"),
                    Instant.ofEpochMilli(Long.parseLong(member(object, "at"))));
        } catch (JsonException | ClassCastException | NumberFormatException foreign) {
            // Authentic and yet none of ours: somebody seals other things with the same key and purpose.
            throw new IllegalStateException("the transaction key has sealed something that is no login");
        }
    }

    private static String member(JsonObject object, String name) {
        return ((JsonString) object.get(name).orElse(JsonObject.EMPTY)).value();
    }
}
