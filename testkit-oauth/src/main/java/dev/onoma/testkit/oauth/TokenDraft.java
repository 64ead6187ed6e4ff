package dev.onoma.testkit.oauth;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A token that is yet to be signed: its header and its payload, which need be neither right nor JSON. Immutable. */
final class TokenDraft {
    private final TokenForgery forgery;
    private final JsonObject header;
    private final byte[] payload;

    TokenDraft(TokenForgery forgery, JsonObject header, byte[] payload) {
        this.forgery = forgery;
        this.header = header;
        this.payload = payload;
    }

    TokenForgery forgery() {
        return forgery;
    }

    KeyRing keys() {
        return forgery.keys();
    }

    JsonObject header() {
        return header;
    }

    TokenDraft with(String name, Object value) {
        return new TokenDraft(forgery, header.with(name, JsonValue.from(value)), payload);
    }

    TokenDraft without(String name) {
        return new TokenDraft(forgery, header.without(name), payload);
    }

    /** What is signed (RFC 7515, section 5.1). */
    String input() {
        return input(header.toJson());
    }

    /** The same, for a header that is no JSON object. */
    private String input(String headerText) {
        return base64(headerText.getBytes(StandardCharsets.UTF_8)) + "." + base64(payload);
    }

    String payloadPart() {
        return base64(payload);
    }

    String signed(SigningKey key) {
        return signed(header.toJson(), key);
    }

    String signed(String headerText, SigningKey key) {
        return input(headerText) + "." + key.sign(input(headerText));
    }

    /** Signed as it should be. */
    String right() {
        return signed(keys().current());
    }

    String unsigned(String algorithm) {
        return with("alg", algorithm).without("kid").input() + ".";
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "TokenDraft";
    }
}
