package dev.onoma.examples.spring;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * Spring Security's two user services, over Onoma: whoever Spring has authenticated logs in at the connection that is
 * called as the client registration is, and is known to Spring by Onoma's user id from then on. Thread-safe.
 */
public final class OnomaUsers {
    private static final String USER_ID = "onoma_user_id";
    private final OidcUserService oidc = new OidcUserService();
    private final DefaultOAuth2UserService oauth2 = new DefaultOAuth2UserService();
    private final LoginProcessor logins;

    public OnomaUsers(LoginProcessor logins) {
        this.logins = logins;
    }

    /** An {@code OidcUserService}: Spring has checked the id_token, and its subject against userinfo's. */
    public OidcUser oidc(OidcUserRequest request) {
        OidcUser user = oidc.loadUser(request);
        Claims idToken = Claims.of(user.getIdToken().getClaims(), Evidence.VERIFIED_ID_TOKEN);
        OidcUserInfo info = user.getUserInfo();
        Claims claims = info == null ? idToken : idToken.and(Claims.of(info.getClaims(), Evidence.USERINFO_RESPONSE));
        return named(user, userId(request, claims));
    }

    // A class, not an attribute under that name: of attributes that are called alike, Spring prefers the id_token's.
    private static OidcUser named(OidcUser user, String userId) {
        return new DefaultOidcUser(user.getAuthorities(), user.getIdToken(), user.getUserInfo()) {
            @Override
            public String getName() {
                return userId;
            }
        };
    }

    /** An {@code OAuth2UserService}, for providers that have an API and no id_token. */
    public OAuth2User oauth2(OAuth2UserRequest request) {
        OAuth2User user = oauth2.loadUser(request);
        Map<String, Object> attributes = new LinkedHashMap<>(user.getAttributes());
        attributes.put(USER_ID, userId(request, Claims.of(user.getAttributes(), Evidence.USERINFO_RESPONSE)));
        return new DefaultOAuth2User(user.getAuthorities(), attributes, USER_ID);
    }

    private String userId(OAuth2UserRequest request, Claims claims) {
        LoginResult result =
                logins.login(Login.of(request.getClientRegistration().getRegistrationId(), claims));
        result.refusal().ifPresent(refusal -> {
            throw new OAuth2AuthenticationException(new OAuth2Error(refusal.publicCode()), refusal.asException());
        });
        return result.orElseThrow().id().value();
    }
}
