package dev.onoma.oauth.client;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * The issuer that answers to the browser have to be of.
 *
 * @param name the one that a login is bound to; empty where the provider has none, as a plain OAuth 2.0 server
 * @param names all under which it answers
 * @param required whether it promises to name itself in each answer
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9207#section-2.4">RFC 9207, section 2.4</a>
 */
record ResponseIssuer(Optional<String> name, Predicate<String> names, boolean required) {
    static final ResponseIssuer NONE = new ResponseIssuer(Optional.empty(), any -> false, false);

    ResponseIssuer {
        requireNonNull(names, "names");
    }

    ResponseIssuer named(String known, Predicate<String> others) {
        return new ResponseIssuer(Optional.of(VisibleText.require(known, "an issuer")), others, required);
    }

    ResponseIssuer inEachAnswer() {
        return new ResponseIssuer(name, names, true);
    }

    boolean answersAs(Optional<String> named) {
        return named.isEmpty() ? !required : name.isPresent() && names.test(named.get());
    }
}
