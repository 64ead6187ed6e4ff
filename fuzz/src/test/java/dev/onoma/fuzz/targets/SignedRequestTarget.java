package dev.onoma.fuzz.targets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.Bytes;
import dev.onoma.fuzz.input.JsonGrammar;
import dev.onoma.fuzz.input.Marker;
import dev.onoma.oauth.http.Environment;
import dev.onoma.providers.facebook.Facebook;
import dev.onoma.providers.facebook.live.FacebookLogin;
import dev.onoma.providers.facebook.live.SignedRequest;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Facebook's signed requests, three ways by the first byte, as {@link IdTokenTarget} has them. */
final class SignedRequestTarget implements Target {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);

    private final JsonGrammar payloads = new JsonGrammar(List.of(
            Documents.json("{'algorithm':'HMAC-SHA256','issued_at':1799999990,'user_id':'218471'}"),
            Documents.json("{'algorithm':'HMAC-SHA256','issued_at':1799999990,'user_id':218471,'code':'" + Marker.TEXT
                    + "','expires':0,'user':{'locale':'hr_HR'}}")));
    private final FacebookLogin facebook = FacebookLogin.of(
                    Facebook.connection("facebook", "1234").build(),
                    "1234",
                    SECRET,
                    URI.create("https://app.example/back"))
            .in(Environment.standard().clock(CLOCK).http(call -> {
                throw new IllegalStateException("a signed request asks nobody");
            }))
            .build();
    private final String right =
            signed("{\"algorithm\":\"HMAC-SHA256\",\"issued_at\":1799999990,\"user_id\":\"218471\"}");

    @Override
    public List<byte[]> seeds() {
        return List.of(
                ("signed_request=AAAA." + SignedTokens.base64("{}".getBytes(UTF_8))).getBytes(UTF_8),
                "signed_request=%2E&a=b".getBytes(UTF_8),
                "signed_request=a.b&signed_request=c.d".getBytes(UTF_8),
                new byte[] {1, 0, 1, 'e'},
                new byte[] {2, 0, 0},
                new byte[] {2, 1, 0},
                new byte[] {2, 1, 2, 3, 1, 3, 10});
    }

    @Override
    public void run(byte[] input) {
        Bytes bytes = new Bytes(input);
        boolean edited = input.length > 0 && input[0] == 1;
        boolean ours = input.length > 0 && input[0] == 2;
        if (edited || ours) {
            bytes.take();
        }
        String form = ours ? signed(payloads.object(bytes).toJson()) : edited ? bytes.edited(right) : bytes.rest();
        SignedRequest request = facebook.signedRequest(form);

        Marker.isAbsentFrom(request.toString());
        if (request.identity().isPresent()) {
            if (!ours && !form.contains(right.substring(right.indexOf('=')))) {
                throw new IllegalStateException("a request was believed that Facebook did not sign");
            }
            Same.check("a second reading", facebook.signedRequest(form), request);
        }
    }

    private static String signed(String payload) {
        try {
            String text = SignedTokens.base64(payload.getBytes(UTF_8));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return "signed_request=" + SignedTokens.base64(mac.doFinal(text.getBytes(UTF_8))) + "." + text;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has to have HmacSHA256", impossible);
        }
    }
}
