package dev.onoma.testkit.oauth;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What all fake providers can be told before they start. Not for use by several threads.
 *
 * @param <B> the builder's own type
 */
public abstract sealed class ProviderBuilder<B extends ProviderBuilder<B>>
        permits FakeIssuer.Builder, FakeFacebook.Builder, FakeOAuth.Builder {
    final List<String> redirectUris = new ArrayList<>();
    String name;
    String clientId = "onoma-client";
    String clientSecret = "secret-of-the-client-that-tests-use";
    Predicate<String> secretCheck = secret -> secret.equals(clientSecret);
    Clock clock = Clock.systemUTC();
    int port;
    boolean signInPage;

    ProviderBuilder(String name) {
        this.name = name;
    }

    abstract B self();

    /** What the sign-in page calls the provider. */
    public B name(String name) {
        this.name = requireNonNull(name, "name");
        return self();
    }

    /**
     * The client that is registered. A secret is sent in the body or by HTTP Basic.
     *
     * @throws IllegalArgumentException when the secret is shorter than 32 bytes, which HS256 could not be keyed with
     */
    public B client(String id, String secret) {
        if (secret.getBytes(StandardCharsets.UTF_8).length < 32) {
            throw new IllegalArgumentException("a client's secret has 32 bytes or more");
        }
        clientId = requireNonNull(id, "id");
        clientSecret = secret;
        return self();
    }

    /** The client's secret is not one text, but whatever passes this, such as a signed token of the client's. */
    public B secretThat(Predicate<String> passes) {
        secretCheck = requireNonNull(passes, "passes");
        return self();
    }

    /** A redirect URI that is registered, compared exactly. Without any, every one on this machine is good. */
    public B redirectUri(String uri) {
        redirectUris.add(requireNonNull(uri, "uri"));
        return self();
    }

    /** The clock that tokens are dated by; default: the system's. */
    public B clock(Clock clock) {
        this.clock = requireNonNull(clock, "clock");
        return self();
    }

    /** The port on 127.0.0.1; default: any that is free. */
    public B port(int port) {
        this.port = port;
        return self();
    }

    /** Asks who signs in, on a page with a choice of persons, where otherwise the answer comes at once. */
    public B signInPage() {
        signInPage = true;
        return self();
    }
}
