package dev.onoma.core.sync;

import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A phone number that changes")
class ChangedPhoneNumberTest {
    private final World world = World.of(Tables.connection(Tables.SOCIAL));

    @ParameterizedTest
    @ValueSource(strings = {"", ",'phone_verified':null", ",'phone_verified':1", ",'phone_verified':false"})
    @DisplayName(
            "S5: a new number takes the place of a verified one and is unverified, whatever of its flag is not true")
    void unverified(String flag) {
        world.login("social", "{'sub':'1','phone_number':'+491','phone_verified':true}");

        LoginResult.Accepted login = world.login("social", "{'sub':'1','phone_number':'+492'" + flag + "}");

        assertThat(login.after().root().pair(PHONE_NUMBER)).hasValue(PairValue.unverified("+492"));
        assertThat(World.decision(login, PHONE_NUMBER).reason()).isEqualTo(Reason.SENT);
    }

    @Test
    @DisplayName("S5: numbers compare exactly: one that is only longer is another")
    void exactly() {
        world.login("social", "{'sub':'1','phone_number':'+491','phone_verified':true}");

        LoginResult.Accepted login = world.login("social", "{'sub':'1','phone_number':'+4910'}");

        assertThat(login.after().root().pair(PHONE_NUMBER)).hasValue(PairValue.unverified("+4910"));
    }
}
