package dev.onoma.providers.database.passwordless;

import static dev.onoma.providers.database.passwordless.CodeWorld.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.message.Channel;
import dev.onoma.providers.database.message.Message;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A login with a code by SMS")
class SmsLoginTest {
    private static final String NUMBER = "+4915123456789";

    private final CodeWorld world = new CodeWorld(new InMemoryUserStore(), Passwordless.sms("sms"));

    @Test
    @DisplayName("makes a user whose phone number is verified by its owner, of the provider sms")
    void first() {
        User user = world.logIn("+49 151 23456789");

        PairValue number = user.root().pair(RootAttribute.PHONE_NUMBER).orElseThrow();
        assertThat(number.text()).isEqualTo(NUMBER);
        assertThat(number.verification()).contains(new Verification(Owner.USER, world.clock.instant()));
        assertThat(user.primaryIdentity().provider()).isEqualTo("sms");
        assertThat(user.primaryIdentity().subject()).doesNotContain("151234");
        assertThat(world.sent).allSatisfy(message -> {
            assertThat(message.channel()).isEqualTo(Channel.SMS);
            assertThat(message.to()).isEqualTo(NUMBER);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0151 2345 6789", "+49 (0)151 23456789", "0049-151-23456789", "\uff0b4915123456789"})
    @DisplayName("is one user's, however the number is written")
    void spellings(String typed) {
        User user = world.logIn(NUMBER);

        assertThat(world.logIn(typed).id()).isEqualTo(user.id());
        assertThat(world.sent).extracting(Message::to).containsOnly(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada@example.com",
                "12",
                "+49",
                "+999151234567",
                "+49 151 23456789 ext. 5",
                "+49 900 1234567",
                "+4915123456789000"
            })
    @DisplayName("is refused for what is no number, has an extension, or costs whoever sends to it")
    void invalid(String typed) {
        assertThat(world.logins.start(typed, HERE).refusal().map(Refusal::code))
                .contains(RefusalCode.INVALID_ATTRIBUTE);
        assertThat(world.sent).isEmpty();
    }

    @Test
    @DisplayName("needs the country code where no default region is given")
    void noRegion() {
        PhoneNumbers anywhere = new PhoneNumbers(Optional.empty());

        assertThat(anywhere.e164("0151 23456789")).isEmpty();
        assertThat(anywhere.e164("+49 151 23456789")).contains(NUMBER);
        assertThat(new PhoneNumbers(Optional.of("US")).e164("(650) 253-0000")).contains("+16502530000");
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumbers(Optional.of("Germany")));
    }

    @Test
    @DisplayName("confirms the number that an administrator has given the user, and says so in the history")
    void confirms() {
        User user = world.logIn(NUMBER);
        world.administration
                .edit(
                        user.id(),
                        AdministratorEdit.builder()
                                .set(RootAttribute.PHONE_NUMBER, "+4915123456780")
                                .build())
                .orElseThrow();

        User after = world.logIn("+4915123456780");

        assertThat(after.id()).isEqualTo(user.id());
        assertThat(after.root().pair(RootAttribute.PHONE_NUMBER).orElseThrow().isVerified())
                .isTrue();
        assertThat(world.events(after)).contains("verify_phone");
    }
}
