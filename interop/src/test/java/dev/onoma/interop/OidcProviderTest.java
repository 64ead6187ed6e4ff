package dev.onoma.interop;

import org.junit.jupiter.api.DisplayName;

@DisplayName("A login at oidc-provider")
class OidcProviderTest extends InteropContract {
    @Override
    LiveProvider start() {
        return OidcProvider.start();
    }
}
