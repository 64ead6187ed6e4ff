package dev.onoma.testkit.oauth;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account at a fake provider. Immutable. {@code toString} prints how many claims there are, never
 * their content.
 *
 * @param subject the stable id: the {@code sub} of tokens, the {@code id} of the Graph API
 * @param claims what the provider says beside that, by the provider's own names
 */
public record Person(String subject, JsonObject claims) {
    public Person {
        requireNonNull(subject, "subject");
        requireNonNull(claims, "claims");
    }

    /** A person of whom nothing but the id is known. */
    public static Person of(String subject) {
        return new Person(subject, JsonObject.EMPTY);
    }

    /** This person with a claim: anything that has a JSON form, null included; see {@link JsonValue#from}. */
    public Person with(String claim, @Nullable Object value) {
        return new Person(subject, claims.with(claim, JsonValue.from(value)));
    }

    /** This person without a claim. */
    public Person without(String claim) {
        return new Person(subject, claims.without(claim));
    }

    /** A claim that is text. */
    public Optional<String> text(String claim) {
        return claims.get(claim).map(value -> value instanceof JsonString text ? text.value() : null);
    }

    /** What a sign-in page calls the person: the name, the e-mail address, or the id. */
    String label() {
        return text("name").or(() -> text("email")).orElse(subject);
    }

    @Override
    public String toString() {
        return "Person[" + claims.size() + " claims]";
    }
}
