package dev.onoma.fuzz.targets;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.ProviderKind;
import dev.onoma.core.provider.RefusedClaims;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.Bytes;
import dev.onoma.fuzz.input.JsonGrammar;
import dev.onoma.fuzz.input.Marker;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A provider's documents, mapped and logged in with: one or two sources with any evidence, of any content. */
final class MapperTarget implements Target {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final List<Evidence> EVIDENCE = List.of(Evidence.values());

    private final Connection connection;
    private final Evidence usual;
    private final JsonGrammar grammar;

    MapperTarget(String fixtures, Connection connection, Evidence usual) {
        this.connection = connection;
        this.usual = usual;
        this.grammar = new JsonGrammar(Documents.of(fixtures));
    }

    @Override
    public List<byte[]> seeds() {
        return grammar.seeds();
    }

    @Override
    public void run(byte[] input) {
        Normalization first = connection.normalize(claims(input));
        Normalization second = connection.normalize(claims(input));

        if (first instanceof NormalizedProfile profile) {
            Same.check("a profile", profile.toJson(), second.orElseThrow().toJson());
            Same.check(
                    "an explanation",
                    profile.explain().toJson(),
                    second.orElseThrow().explain().toJson());
            check(profile);
        } else {
            Same.check("a refusal", first, second);
            Marker.isAbsentFrom(((RefusedClaims) first).refusal().toString());
        }
        logIn(input, first instanceof NormalizedProfile);
    }

    private Claims claims(byte[] input) {
        if (JsonGrammar.isText(input)) {
            return Claims.parse(input, usual);
        }
        Bytes bytes = new Bytes(input);
        byte[] first = grammar.object(bytes).toJson().getBytes(StandardCharsets.UTF_8);
        Claims claims = Claims.parse(first, bytes.isEnd() ? usual : bytes.oneOf(EVIDENCE));
        return bytes.take() % 2 == 0
                ? claims
                : claims.and(Claims.parse(
                        grammar.object(bytes).toJson().getBytes(StandardCharsets.UTF_8), bytes.oneOf(EVIDENCE)));
    }

    private void check(NormalizedProfile profile) {
        Marker.isAbsentFrom(profile.toString());
        if (profile.subject().isEmpty() || Characters.isUnsafe(profile.subject())) {
            throw new IllegalStateException("a subject has to be text that every store keeps");
        }
        for (RootAttribute attribute : RootAttribute.ALL) {
            Optional<String> text = profile.text(attribute);
            if (text.isPresent() && (Characters.isBlank(text.get()) || Characters.isUnsafe(text.get()))) {
                throw new IllegalStateException(attribute + " is blank, or no text that every store keeps");
            }
        }
        // Other providers' claims are kept as they are; a user table has columns that nobody should see.
        if (connection.provider().kind() == ProviderKind.DATABASE
                && profile.profileData().has("access_token")) {
            throw new IllegalStateException("a token would be stored");
        }
    }

    private void logIn(byte[] input, boolean acceptable) {
        LoginProcessor processor = LoginProcessor.builder(new InMemoryUserStore())
                .connection(connection)
                .clock(CLOCK)
                .build();
        LoginResult result = processor.login(Login.of(connection.name(), claims(input)));
        Same.check("whether claims are accepted", acceptable, result.accepted().isPresent());
        Marker.isAbsentFrom(result.toString());
        if (acceptable) {
            User user = result.user().orElseThrow();
            UserCheck.check(user);
            LoginResult again = processor.login(Login.of(connection.name(), claims(input)));
            Same.check(
                    "a second login's user",
                    user.id(),
                    again.user().orElseThrow().id());
        }
    }
}
