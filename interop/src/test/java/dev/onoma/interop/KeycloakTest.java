package dev.onoma.interop;

import org.junit.jupiter.api.DisplayName;

@DisplayName("A login at Keycloak")
class KeycloakTest extends InteropContract {
    @Override
    LiveProvider start() {
        return Keycloak.start();
    }
}
