package dev.onoma.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.TextValue;
import dev.onoma.core.user.IdentityKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A credential")
class CredentialTest {
    private static final IdentityKey KEY = new IdentityKey("users", "1");
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final RootAttributes ADA = RootAttributes.NONE
            .with(RootAttribute.EMAIL, new OwnedValue(PairValue.unverified("ADA@b\u00fccher.example"), Owner.USER))
            .with(RootAttribute.USERNAME, new OwnedValue(new TextValue("Ada.L"), Owner.USER))
            .with(RootAttribute.NAME, new OwnedValue(new TextValue("Ada"), Owner.USER));

    @Test
    @DisplayName("has the names that root attributes give, as they are compared, and no password at first")
    void names() {
        Credential credential = Credential.of(KEY, ADA);

        assertThat(credential.names())
                .isEqualTo(Map.of(LoginName.Kind.EMAIL, "ada@xn--bcher-kva.example", LoginName.Kind.USERNAME, "ada.l"));
        assertThat(credential.hasName(LoginName.username("ADA.L"))).isTrue();
        assertThat(credential.hasName(LoginName.username("eve"))).isFalse();
        assertThat(credential.hasName(LoginName.phoneNumber("+49"))).isFalse();
        assertThat(credential.password()).isEmpty();
        assertThat(credential.version()).isZero();
    }

    @Test
    @DisplayName("takes another address and keeps its other names, its password and its version")
    void renamed() {
        StoredPassword password = new StoredPassword("hash", NOW);
        Credential stored = Credential.stored(KEY, Credential.of(KEY, ADA).names(), Optional.of(password), 7);

        Credential renamed = stored.named(LoginName.of(EmailAddress.of("new@example.org")));

        assertThat(renamed.hasName(LoginName.of(EmailAddress.of("NEW@example.org"))))
                .isTrue();
        assertThat(renamed.hasName(LoginName.username("ada.l"))).isTrue();
        assertThat(renamed.password()).hasValue(password);
        assertThat(renamed.version()).isEqualTo(7);
        assertThat(stored.named(RootAttributes.NONE).names()).isEmpty();
    }

    @Test
    @DisplayName("remembers when its password was chosen, not when it was hashed anew")
    void rehashed() {
        Credential credential = Credential.of(KEY, ADA).withPassword("old", NOW);

        StoredPassword anew = credential.password().orElseThrow().rehashed("new");

        assertThat(credential.withPassword(anew).password()).hasValue(new StoredPassword("new", NOW));
        assertThat(credential.withoutPassword().password()).isEmpty();
    }

    @Test
    @DisplayName("prints which parts are there, and none of them")
    void silent() {
        Credential credential = Credential.of(KEY, ADA).withPassword("$hash", NOW);

        assertThat(credential.toString())
                .contains("EMAIL", "USERNAME", "password")
                .doesNotContain("ada", "hash");
        assertThat(credential.password().orElseThrow().toString()).doesNotContain("hash");
    }
}
