package dev.onoma.testkit;

import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the developer's provider")
class DeveloperContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return Developer.connection(name);
    }

    @Test
    @DisplayName("believes whatever the form says")
    void believesTheForm() {
        LoginProcessor logins = LoginProcessor.builder(new InMemoryUserStore())
                .connection(Developer.connection("developer").build())
                .build();

        LoginResult result = logins.login(Developer.login(
                "developer", Map.of("id", "ada", "email", "ada@example.org", "email_verified", "true")));

        assertThat(result).isCreated().user().hasId("developer|ada").hasVerifiedEmail("ada@example.org");
        assertThat(result).decision(NICKNAME).isDerivedAs("ada").byRule("M6");
    }
}
