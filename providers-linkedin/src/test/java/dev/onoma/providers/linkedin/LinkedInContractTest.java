package dev.onoma.providers.linkedin;

import dev.onoma.core.connection.Connection;
import dev.onoma.testkit.ProviderContract;

class LinkedInContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return LinkedIn.connection(name);
    }
}
