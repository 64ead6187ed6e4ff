package dev.onoma.providers.apple.live;

import dev.onoma.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The secret that a client shows Apple: a token that its team's key has signed. Apple lets one live for six months; this
 * one lives for ten minutes, and serves for five. Thread-safe.
 *
 * @see <a href="https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret">
 *     Creating a client secret</a>
 */
final class ClientSecret {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration USE = Duration.ofMinutes(5);

    private final AppleKey key;
    private final String clientId;
    private final AtomicReference<@Nullable Signed> last = new AtomicReference<>();

    ClientSecret(AppleKey key, String clientId) {
        this.key = key;
        this.clientId = clientId;
    }

    /** The secret at a time. */
    String at(Instant now) {
        Signed known = last.get();
        if (known == null || now.isBefore(known.from) || !now.isBefore(known.from.plus(USE))) {
            known = new Signed(now, sign(now));
            last.set(known);
        }
        return known.token;
    }

    private String sign(Instant now) {
        return key.key()
                .sign(JsonObject.builder()
                        .put("iss", key.teamId())
                        .put("iat", now.getEpochSecond())
                        .put("exp", now.plus(LIFE).getEpochSecond())
                        .put("aud", AppleLogin.ISSUER)
                        .put("sub", clientId)
                        .build());
    }

    @Override
    public String toString() {
        return "ClientSecret";
    }

    private record Signed(Instant from, String token) {
        @Override
        public String toString() {
            return "Signed[" + from + "]";
        }
    }
}
