package dev.onoma.examples.web;

import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import dev.onoma.examples.web.server.Html;
import dev.onoma.testkit.oauth.FakeFacebook;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.FakeProvider;
import dev.onoma.testkit.oauth.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stand-ins for Google and Facebook on this machine, with some people, whose names can be changed there. */
final class SimulatedProviders implements AutoCloseable {
    private final FakeIssuer google;
    private final FakeFacebook facebook;
    private final Map<String, FakeProvider> byConnection = new LinkedHashMap<>();

    SimulatedProviders() {
        google = FakeIssuer.google().signInPage().start();
        facebook = FakeFacebook.builder().signInPage().start();
        byConnection.put(IdentityProviders.GOOGLE, google);
        byConnection.put(IdentityProviders.FACEBOOK, facebook);
        addToGoogle("103547991597142817347", "Ada", "Lovelace", "ada@example.com", true);
        addToGoogle("108204268033311374519", "Grace", "Hopper", "grace@example.org", false);
        addToFacebook(Person.of("10158432123456789").with("email", "ada@example.com"), "Ada", "Lovelace");
        addToFacebook(Person.of("10160224466880022"), "Alan", "Turing");
    }

    private void addToGoogle(String subject, String given, String family, String email, boolean verified) {
        Person person = Person.of(subject)
                .with("name", given + " " + family)
                .with("given_name", given)
                .with("family_name", family)
                .with("email", email)
                .with("email_verified", verified)
                .with("locale", "en");
        google.person(person.with("picture", google.pictureOf(person).toString()));
    }

    private void addToFacebook(Person person, String first, String last) {
        Map<String, Object> picture = Map.of(
                "url", facebook.pictureOf(person).toString(), "is_silhouette", false, "width", 200, "height", 200);
        facebook.person(person.with("name", first + " " + last)
                .with("first_name", first)
                .with("last_name", last)
                .with("picture", Map.of("data", picture)));
    }

    FakeIssuer google() {
        return google;
    }

    FakeFacebook facebook() {
        return facebook;
    }

    /** Gives a person another name at a provider, as people do; whether there is such a person. */
    boolean rename(String connection, String subject, String name) {
        FakeProvider provider = byConnection.get(connection);
        if (provider == null) {
            return false;
        }
        Optional<Person> person = find(provider, subject);
        person.ifPresent(known -> provider.person(known.with("name", name)));
        return person.isPresent();
    }

    /** The forms that rename a user's accounts at the providers. */
    List<Html> forms(User user, String formToken) {
        List<Html> forms = new ArrayList<>();
        for (Identity identity : user.identities()) {
            FakeProvider provider = byConnection.get(identity.connection());
            if (provider != null) {
                find(provider, identity.subject()).ifPresent(person -> forms.add(form(identity, person, formToken)));
            }
        }
        return forms;
    }

    private static Html form(Identity identity, Person person, String formToken) {
        String label = identity.connection().equals(IdentityProviders.FACEBOOK) ? "Facebook" : "Google";
        return PolicyForm.name(
                "/elsewhere/" + identity.connection(),
                "Your name at the simulated " + label,
                person.text("name").orElse(""),
                Html.of("<input type=\"hidden\" name=\"subject\" value=\"{}\">", identity.subject()),
                formToken);
    }

    private static Optional<Person> find(FakeProvider provider, String subject) {
        return provider.persons().stream()
                .filter(person -> person.subject().equals(subject))
                .findFirst();
    }

    @Override
    public void close() {
        google.close();
        facebook.close();
    }
}
