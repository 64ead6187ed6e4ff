package dev.onoma.providers.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.provider.ProviderKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Microsoft")
class MicrosoftTest {
    @Test
    @DisplayName("is a social OpenID Connect provider that overwrites at each login, under one name for all tenants")
    void preset() {
        Connection any = Microsoft.connection("microsoft").build();
        Connection one =
                Microsoft.tenantConnection("staff", Microsoft.PERSONAL_TENANT).build();

        assertThat(any.provider().kind()).isEqualTo(ProviderKind.SOCIAL);
        assertThat(any.provider().isOpenIdConnect()).isTrue();
        assertThat(any.syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
        assertThat(any.provider().name()).isEqualTo("microsoft");
        assertThat(one.provider().name()).isEqualTo("microsoft");
    }

    @Test
    @DisplayName("has subjects that are its own alone, so that no id space is pinned")
    void noIdSpace() {
        assertThat(Microsoft.connection("microsoft").build().idSpace()).isEmpty();
        assertThat(Microsoft.tenantConnection("microsoft", Microsoft.PERSONAL_TENANT)
                        .build()
                        .idSpace())
                .isEmpty();
    }
}
