package dev.onoma.providers.apple.live;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/** A team's key as Apple hands it out, and Apple's half of it. */
record TeamKey(KeyPair pair) {
    static final String TEAM = "ABCDE12345";
    static final String KEY_ID = "KEY1234567";

    static TeamKey random() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new TeamKey(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has P-256", impossible);
        }
    }

    String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    AppleKey appleKey() {
        return AppleKey.of(TEAM, KEY_ID, pem());
    }

    /** The claims of a token that this key has signed by ES256 (RFC 7518, section 3.4); none of any other. */
    JsonObject verified(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(pair.getPublic());
            signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
            boolean signed = signature.verify(Base64.getUrlDecoder().decode(parts.get(2)));
            boolean named = json(parts.get(0))
                    .equals(JsonObject.builder()
                            .put("kid", KEY_ID)
                            .put("alg", "ES256")
                            .build());
            return signed && named ? json(parts.get(1)) : JsonObject.EMPTY;
        } catch (GeneralSecurityException unverifiable) {
            return JsonObject.EMPTY;
        }
    }

    private static JsonObject json(String part) {
        return (JsonObject) JsonValue.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "TeamKey";
    }
}
