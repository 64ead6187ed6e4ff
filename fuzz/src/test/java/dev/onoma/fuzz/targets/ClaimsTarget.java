package dev.onoma.fuzz.targets;

import dev.onoma.core.claims.ClaimSource;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonValue;
import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.Marker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Claims of any bytes: a value or a refusal, never an exception, and what was read is what is printed. */
final class ClaimsTarget implements Target {
    @Override
    public List<byte[]> seeds() {
        return Documents.ofAll().stream()
                .map(document -> document.toJson().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void run(byte[] input) {
        Claims claims = Claims.parse(input, Evidence.USERINFO_RESPONSE);

        Marker.isAbsentFrom(claims.toString());
        claims.refusal().ifPresent(refusal -> Marker.isAbsentFrom(refusal.toString()));
        claims.claim("address.country");
        Optional<ClaimSource> source = claims.sources().stream().findFirst();
        // UTF-8 has no lone surrogates, so text that holds one cannot come out the same.
        if (source.isPresent() && !source.get().document().mayHoldUnsafeText()) {
            String printed = source.get().document().value().toJson();
            Claims again = Claims.parse(printed.getBytes(StandardCharsets.UTF_8), Evidence.USERINFO_RESPONSE);
            Same.check("claims printed and read", value(again), value(claims));
        }
    }

    private static JsonValue value(Claims claims) {
        return claims.sources().get(0).document().value();
    }
}
