package dev.onoma.examples.spring;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Takes the users that Spring Security has authenticated through Onoma; a client registration is a connection of the
 * same name. To be set as {@code http.oauth2Login(o -> o.userInfoEndpoint(u -> u.oidcUserService(…)))}, in front of
 * Spring's own {@code OidcUserService}.
 */
public final class OnomaOidcUserService implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final OAuth2UserService<OidcUserRequest, OidcUser> authenticated;
    private final LoginProcessor logins;

    public OnomaOidcUserService(OAuth2UserService<OidcUserRequest, OidcUser> authenticated, LoginProcessor logins) {
        this.authenticated = authenticated;
        this.logins = logins;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser oidcUser = requireNonNull(authenticated.loadUser(request), "oidcUser");
        String connection = request.getClientRegistration().getRegistrationId();
        LoginResult result = logins.login(Login.of(connection, claims(oidcUser)));
        result.refusal().ifPresent(refusal -> {
            throw new OAuth2AuthenticationException(new OAuth2Error(refusal.publicCode()), refusal.asException());
        });
        return new OnomaOidcUser(oidcUser, result.orElseThrow());
    }

    /** The id_token first: it is signed. Without a userinfo response Onoma knows that nobody was asked for more. */
    static Claims claims(OidcUser oidcUser) {
        Claims idToken = Claims.of(oidcUser.getIdToken().getClaims(), Evidence.VERIFIED_ID_TOKEN);
        return oidcUser.getUserInfo() == null
                ? idToken
                : idToken.and(Claims.of(oidcUser.getUserInfo().getClaims(), Evidence.USERINFO_RESPONSE));
    }
}
