package dev.onoma.examples.spring;

import dev.onoma.core.user.User;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Spring Security's principal, named by Onoma's user id whichever provider the login came from. */
public final class OnomaOidcUser extends DefaultOidcUser {
    private static final long serialVersionUID = 1L;

    private final String userId;

    OnomaOidcUser(OidcUser oidcUser, User user) {
        super(oidcUser.getAuthorities(), oidcUser.getIdToken(), oidcUser.getUserInfo());
        this.userId = user.id().value();
    }

    @Override
    public String getName() {
        return userId;
    }
}
