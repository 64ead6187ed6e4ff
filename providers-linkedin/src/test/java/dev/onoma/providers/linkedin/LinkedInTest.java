package dev.onoma.providers.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.provider.ProviderKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("LinkedIn")
class LinkedInTest {
    @Test
    @DisplayName("is a social OpenID Connect provider that overwrites at each login")
    void preset() {
        Connection linkedIn = LinkedIn.connection("linkedin").build();

        assertThat(linkedIn.provider().name()).isEqualTo("linkedin");
        assertThat(linkedIn.provider().kind()).isEqualTo(ProviderKind.SOCIAL);
        assertThat(linkedIn.provider().isOpenIdConnect()).isTrue();
        assertThat(linkedIn.syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
    }

    @Test
    @DisplayName("has subjects of one application's, which can be pinned")
    void idSpace() {
        assertThat(LinkedIn.connection("linkedin").build().idSpace()).isEmpty();
        assertThat(LinkedIn.connection("linkedin", "78xyz").build().idSpace()).contains("78xyz");
    }
}
