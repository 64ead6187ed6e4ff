package dev.onoma.core.administration;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdministratorEditTest {
    private final World world = World.of(Tables.connection(Tables.DATABASE));
    private User user;

    @BeforeEach
    void signedUp() {
        user = world.login("database", "{'sub':'1','name':'Ada','email':'ada@example.org','email_verified':true}")
                .after();
        world.later();
    }

    private User after(AdministratorEdit.Builder edit) {
        return world.administration()
                .edit(user.id(), edit.build())
                .orElseThrow()
                .after()
                .orElseThrow();
    }

    private static AdministratorEdit.Builder edit() {
        return AdministratorEdit.builder();
    }

    @Test
    @DisplayName("S7: what an administrator sets is owned by the administrator")
    void owner() {
        User after = after(edit().set(NAME, "Countess"));

        assertThat(after.name()).hasValue("Countess");
        assertThat(World.owner(after, NAME)).hasValue(Owner.ADMIN);
        assertThat(after).isEqualTo(world.now(user));
    }

    @Test
    @DisplayName("S7: a new address is unverified unless the administrator says else, who then has verified it")
    void flagOfNewAddress() {
        assertThat(after(edit().set(EMAIL, "new@example.org")).root().pair(EMAIL))
                .hasValue(PairValue.unverified("new@example.org"));
        assertThat(after(edit().set(EMAIL, "next@example.org").verified(EMAIL, true))
                        .root()
                        .pair(EMAIL))
                .hasValue(PairValue.verified("next@example.org", new Verification(Owner.ADMIN, world.clock.instant())));
    }

    @Test
    @DisplayName("S7: a flag alone speaks of the address that is stored")
    void flagAlone() {
        User unverified = after(edit().verified(EMAIL, false));
        assertThat(unverified.root().pair(EMAIL)).hasValue(PairValue.unverified("ada@example.org"));
        assertThat(World.owner(unverified, EMAIL)).hasValue(Owner.ADMIN);

        assertThat(after(edit().verified(EMAIL, true))
                        .root()
                        .pair(EMAIL)
                        .orElseThrow()
                        .verification())
                .hasValue(new Verification(Owner.ADMIN, world.clock.instant()));
    }

    @Test
    @DisplayName("S10: saying again what is so already changes nothing: who verified first stays remembered")
    void flagAgain() {
        User after = after(edit().verified(EMAIL, true));

        assertThat(after).isEqualTo(user);
        assertThat(after.root().pair(EMAIL).orElseThrow().verification())
                .hasValue(new Verification(new Owner("database"), MovableClock.START));
    }

    @Test
    @DisplayName("M4: a flag without an address is no pair")
    void flagWithoutAddress() {
        Refusal refusal = new Refusal(RefusalCode.INVALID_ATTRIBUTE, "phone_verified needs an address beside it");

        assertThat(world.administration()
                        .edit(user.id(), edit().verified(PHONE_NUMBER, true).build())
                        .refusal())
                .hasValue(refusal);
        assertThat(world.adminEdits(user, "{'set':{'email':null,'email_verified':true}}")
                        .refusal()
                        .orElseThrow()
                        .message())
                .isEqualTo("email_verified needs an address beside it");
        assertThat(world.now(user)).isEqualTo(user);
    }

    @Test
    @DisplayName("Only pairs have a flag")
    void noPair() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edit().verified(NAME, true))
                .withMessage("name has no verified flag");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PICTURE; not a url; picture must be an absolute http or https URL of at most 2048 bytes",
                "EMAIL; nobody; email must be an e-mail address of at most 254 characters, 64 before the @",
                "PHONE_NUMBER; 0049; phone_number must be a phone number: + and 1 to 15 digits",
                "USERNAME; a@example.org; username must be a user name: 1 to 128 of a-z A-Z 0-9 _ + - . ! # $ ^ ` ~ @ ',"
                        + " not an e-mail address"
            },
            quoteCharacter = '"')
    @DisplayName("M8: what breaks an attribute's limits is refused, naming attribute and rule, not the value")
    void invalid(RootAttribute attribute, String text, String message) {
        ChangeResult result = world.administration()
                .edit(user.id(), edit().set(attribute, text).build());

        assertThat(result.refusal()).hasValue(new Refusal(RefusalCode.INVALID_ATTRIBUTE, message));
        assertThat(world.now(user)).isEqualTo(user);
    }

    @Test
    @DisplayName("M8: blank text, NUL and lone surrogates are refused; an attribute at its limit is not")
    void blankUnsafeAndLong() {
        for (String text : new String[] {"", " ", "\u00a0", "a\u0000b", "a\ud800"}) {
            assertThat(world.administration()
                            .edit(user.id(), edit().set(NAME, text).build())
                            .refusal())
                    .hasValue(new Refusal(
                            RefusalCode.INVALID_ATTRIBUTE,
                            "name must not be blank, nor hold NUL or lone surrogates; null removes it"));
        }
        assertThat(world.administration()
                        .edit(user.id(), edit().set(NAME, "x".repeat(301)).build())
                        .refusal()
                        .orElseThrow()
                        .message())
                .isEqualTo("name must be at most 300 characters");
        assertThat(after(edit().set(NAME, "x".repeat(300))).name()).hasValue("x".repeat(300));
    }

    @Test
    @DisplayName(
            "S10: an edit that changes nothing leaves updated_at, and the later of two calls of the builder counts")
    void nothing() {
        assertThat(after(edit()).updatedAt()).isEqualTo(MovableClock.START);
        assertThat(after(edit().set(NAME, "x").remove(NAME)).name()).hasValue("ada@example.org");
    }

    @Test
    @DisplayName("Refused: a user that does not exist")
    void unknown() {
        assertThat(world.administration()
                        .edit(UserId.of("database|9"), edit().build())
                        .refusal())
                .hasValue(new Refusal(RefusalCode.USER_NOT_FOUND, "no user has that id"));
    }
}
