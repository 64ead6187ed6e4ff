package dev.onoma.providers.oidc;

import dev.onoma.core.connection.Connection;
import dev.onoma.testkit.ProviderContract;

class OidcContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return Oidc.connection(name, "https://idp.example.com");
    }
}
