package dev.onoma.testkit.oauth;

import dev.onoma.testkit.oauth.http.Answer;
import dev.onoma.testkit.oauth.http.Parameters;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the browser goes, and is sent back from (RFC 6749, section 4.1). */
final class AuthorizationEndpoint {
    private final FakeProvider provider;
    private final List<String> redirectUris;
    private final Optional<SignInPage> page;
    private final boolean pkce;
    private final Optional<String> responseIssuer;

    /**
     * @param pkce whether PKCE is required
     * @param responseIssuer what the answer names as its issuer (RFC 9207), if anything
     */
    AuthorizationEndpoint(
            FakeProvider provider, ProviderBuilder<?> settings, boolean pkce, Optional<String> responseIssuer) {
        this.provider = provider;
        this.redirectUris = List.copyOf(settings.redirectUris);
        this.page = settings.signInPage ? Optional.of(new SignInPage(settings.name)) : Optional.empty();
        this.pkce = pkce;
        this.responseIssuer = responseIssuer;
    }

    Answer answer(RecordedRequest request) {
        String redirectUri = request.parameter("redirect_uri").orElse("");
        boolean known = request.parameter("client_id").orElse("").equals(provider.clientId());
        if (!known || !isRegistered(redirectUri)) {
            // Whoever asks is not the client: nothing may be sent on (RFC 6749, section 4.1.2.1).
            return SignInPage.refusal(known ? "This redirect URI is not registered." : "This client is unknown.");
        }
        Optional<String> wrong = wrongParameter(request);
        if (wrong.isPresent()) {
            return redirect(redirectUri, request, error(wrong.get()));
        }
        String choice = request.parameter("choice").orElse(null);
        if (page.isPresent() && choice == null) {
            return page.get().of(provider.persons(), request);
        }
        if (SignInPage.NOBODY.equals(choice)) {
            return redirect(redirectUri, request, error("access_denied"));
        }
        return redirect(redirectUri, request, response(request, person(request, choice), redirectUri));
    }

    private boolean isRegistered(String redirectUri) {
        if (!redirectUris.isEmpty()) {
            return redirectUris.contains(redirectUri);
        }
        try {
            String host = URI.create(redirectUri).getHost();
            return host != null && Set.of("127.0.0.1", "localhost", "[::1]").contains(host);
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    private Optional<String> wrongParameter(RecordedRequest request) {
        if (!request.parameter("response_type").orElse("").equals("code")) {
            return Optional.of("unsupported_response_type");
        }
        boolean challenged = request.parameter("code_challenge").isPresent();
        boolean s256 = request.parameter("code_challenge_method").orElse("").equals("S256");
        return (pkce && !challenged) || (challenged && !s256) ? Optional.of("invalid_request") : Optional.empty();
    }

    private Person person(RecordedRequest request, @Nullable String choice) {
        List<Person> persons = provider.persons();
        if (persons.isEmpty()) {
            throw new IllegalStateException("nobody has an account here: call person(..) first");
        }
        String hint = choice == null ? request.parameter("login_hint").orElse("") : choice;
        return persons.stream()
                .filter(person -> person.subject().equals(hint)
                        || person.text("email").orElse("").equals(hint))
                .findFirst()
                .orElse(persons.get(persons.size() - 1));
    }

    private Parameters response(RecordedRequest request, Person person, String redirectUri) {
        Grants.Grant grant = new Grants.Grant(
                person,
                redirectUri,
                request.parameter("nonce"),
                request.parameter("code_challenge"),
                request.parameter("scope").orElse(""));
        Parameters response =
                new Parameters().add("code", provider.grants.code(grant, provider.does(Misbehaviour.PADDED_CODE)));
        provider.besideCodes().forEach(response::add);
        return response;
    }

    private static Parameters error(String code) {
        return new Parameters().add("error", code);
    }

    private Answer redirect(String redirectUri, RecordedRequest request, Parameters response) {
        request.parameter("state").ifPresent(state -> response.add("state", state));
        responseIssuer.ifPresent(issuer -> response.add("iss", issuer));
        for (Misbehaviour misbehaviour : provider.active()) {
            ResponseTwists.apply(misbehaviour, response);
        }
        if (request.parameter("response_mode").orElse("").equals("form_post")) {
            return SignInPage.posted(redirectUri, response);
        }
        return Answer.redirect(redirectUri + (redirectUri.contains("?") ? "&" : "?") + response.encoded());
    }
}
