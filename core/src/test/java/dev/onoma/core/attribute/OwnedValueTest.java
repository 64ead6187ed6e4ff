package dev.onoma.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnedValueTest {
    private static final Verification VERIFICATION =
            new Verification(new Owner("google-oauth2"), Instant.parse("2026-01-02T03:04:05Z"));

    @ParameterizedTest
    @CsvSource({
        "user, false, true, true", "admin, false, true, true", "import, false, false, true",
        "derived, false, false, false", "google-oauth2, true, false, true", "User, true, false, true"
    })
    @DisplayName("an owner is a connection, unless it bears a reserved name; two of those are editors, one is nobody")
    void owners(String name, boolean connection, boolean editor, boolean giver) {
        Owner owner = new Owner(name);

        assertThat(owner.isConnection()).isEqualTo(connection);
        assertThat(owner.isEditor()).isEqualTo(editor);
        assertThat(owner.isGiver()).isEqualTo(giver);
        assertThat(Owner.isReserved(name)).isNotEqualTo(connection);
    }

    @Test
    @DisplayName("an unverified pair remembers no verification, a verified one who and when")
    void pairs() {
        PairValue unverified = PairValue.unverified("ada@example.org");
        PairValue verified = PairValue.verified("ada@example.org", VERIFICATION);

        assertThat(unverified.isVerified()).isFalse();
        assertThat(unverified.verification()).isEmpty();
        assertThat(verified.isVerified()).isTrue();
        assertThat(verified.verification()).contains(VERIFICATION);
        assertThat(verified.text()).isEqualTo("ada@example.org");
        assertThat(verified).isNotEqualTo(unverified);
    }

    @Test
    @DisplayName("S5: an address spelled in another way keeps its verification")
    void spelled() {
        PairValue verified = PairValue.verified("ada@example.org", VERIFICATION);

        assertThat(verified.spelled("Ada@example.org")).isEqualTo(PairValue.verified("Ada@example.org", VERIFICATION));
        assertThat(verified.spelled("ada@example.org")).isSameAs(verified);
    }

    @Test
    @DisplayName("a verified pair names its verification, an owned value its owner")
    void nothingMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> PairValue.verified("a@b", null))
                .withMessage("verification");
        assertThatNullPointerException()
                .isThrownBy(() -> OwnedValue.of("Ada", null))
                .withMessage("owner");
    }

    @Test
    @DisplayName("M2: print presence, not content")
    void printing() {
        assertThat(new TextValue("Ada")).hasToString("TextValue");
        assertThat(PairValue.unverified("ada@example.org")).hasToString("PairValue[unverified]");
        assertThat(PairValue.verified("ada@example.org", VERIFICATION)).hasToString("PairValue[verified]");
        assertThat(OwnedValue.of("Ada", Owner.USER)).hasToString("OwnedValue[value=TextValue, owner=Owner[name=user]]");
    }

    @Test
    @DisplayName("are values")
    void equality() {
        EqualsVerifier.forClass(PairValue.class).verify();
        EqualsVerifier.forClass(TextValue.class).verify();
        EqualsVerifier.forClass(OwnedValue.class).verify();
        EqualsVerifier.forClass(Owner.class).verify();
        EqualsVerifier.forClass(Verification.class).verify();
    }
}
