package dev.onoma.oauth.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.http.EncodedForm;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A plain OAuth 2.0 provider: it takes any code once, and has one person. */
public final class FakeProvider implements Closeable {
    public static final String ACCESS_TOKEN = "zq7-access-token";
    public static final String REFRESH_TOKEN = "zq7-refresh-token";

    private volatile String token = Loopback.json("{\"access_token\":\"" + ACCESS_TOKEN
            + "\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"refresh_token\":\"" + REFRESH_TOKEN + "\"}");
    private volatile String me = Loopback.json("{\"id\":\"1\",\"name\":\"Ana\",\"email\":\"zq7@example.com\"}");
    private volatile Loopback.Answer tokenAnswer = (request, out) -> out.write(token.getBytes(UTF_8));
    private final Loopback server = Loopback.answering((request, out) -> {
        switch (request.path()) {
            case "/token" -> tokenAnswer.to(request, out);
            case "/me" -> out.write(me.getBytes(UTF_8));
            default -> throw new IOException("nobody asks for that");
        }
    });

    public Endpoints endpoints() {
        return new Endpoints(server.uri("/authorize"), server.uri("/token"));
    }

    public URI me() {
        return server.uri("/me");
    }

    /** Answers token requests with these bytes from now on. */
    public void tokenAnswers(String response) {
        token = response;
    }

    /** Answers token requests so from now on. */
    public void tokenAnswers(Loopback.Answer answer) {
        tokenAnswer = answer;
    }

    /** Answers requests for the profile with these bytes from now on. */
    public void meAnswers(String response) {
        me = response;
    }

    /** Who is signed in at the provider. */
    public void person(String id) {
        meAnswers(Loopback.json("{\"id\":\"" + id + "\",\"name\":\"" + id + "\"}"));
    }

    public List<Loopback.Request> requests() {
        return server.requests();
    }

    /** The form of the only token request. */
    public Map<String, String> tokenForm() {
        List<Loopback.Request> asked = requests().stream()
                .filter(request -> request.path().equals("/token"))
                .toList();
        if (asked.size() != 1) {
            throw new AssertionError("token requests: " + asked.size());
        }
        return EncodedForm.parse(asked.get(0).body()).orElseThrow();
    }

    @Override
    public void close() {
        server.close();
    }
}
