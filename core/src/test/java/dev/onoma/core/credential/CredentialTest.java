package dev.onoma.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.TextValue;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.user.IdentityKey;
import java.time.Instant;
import java.util.List;
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
        Credential stored =
                Credential.stored(KEY, Credential.of(KEY, ADA).names(), Optional.of(password), Optional.empty(), 7);

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
    @DisplayName("tells a password that was taken away from one that never was, until there is another one")
    void revoked() {
        Credential credential = Credential.of(KEY, ADA).withPassword("old", NOW);
        Credential revoked = credential.revoked(NOW.plusSeconds(1));

        assertThat(revoked.password()).isEmpty();
        assertThat(revoked.revokedAt()).hasValue(NOW.plusSeconds(1));
        assertThat(revoked.hasHadPassword()).isTrue();
        assertThat(revoked.isSame(credential.withoutPassword())).isFalse();
        assertThat(revoked.named(RootAttributes.NONE).revokedAt()).isPresent();
        assertThat(revoked.withPassword("new", NOW).revokedAt()).isEmpty();
        assertThat(credential.withoutPassword().hasHadPassword()).isFalse();
    }

    @Test
    @DisplayName("has a phone number for a name where somebody else than its user vouches for it")
    void phoneNumbers() {
        PairValue typed = PairValue.unverified("+491234");
        PairValue verified = PairValue.verified("+491234", new Verification(Owner.USER, NOW));

        assertThat(phoneNames(typed, Owner.USER)).isEmpty();
        assertThat(phoneNames(typed, new Owner("users"))).isEmpty();
        for (Credential credential :
                List.of(phone(typed, Owner.ADMIN), phone(typed, Owner.IMPORT), phone(verified, Owner.USER))) {
            assertThat(credential.hasName(LoginName.phoneNumber("+491234"))).isTrue();
        }
    }

    private static Map<LoginName.Kind, String> phoneNames(PairValue number, Owner owner) {
        return phone(number, owner).names();
    }

    private static Credential phone(PairValue number, Owner owner) {
        return Credential.of(KEY, RootAttributes.NONE.with(RootAttribute.PHONE_NUMBER, new OwnedValue(number, owner)));
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
