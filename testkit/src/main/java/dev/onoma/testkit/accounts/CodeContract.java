package dev.onoma.testkit.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.AccountStore;
import dev.onoma.core.ticket.LoginCode;
import dev.onoma.testkit.races.Together;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about codes. */
public abstract class CodeContract extends AccountPart {
    private static final String ADA = "ada@example.org";

    /** The part, over stores. */
    protected CodeContract(Supplier<AccountStore> stores) {
        super(stores);
    }

    private LoginCode put(String address, String id) {
        LoginCode code = SampleAccounts.code(address, id);
        store().codes().put(code);
        return code;
    }

    private Optional<LoginCode> tryOnce(LoginCode code, int tries, Instant now) {
        return store().codes().tryOnce(code.connection(), code.address(), code.browserMac(), tries, now);
    }

    private Optional<LoginCode> tryOnce(LoginCode code) {
        return tryOnce(code, 3, SampleAccounts.NOW);
    }

    private Optional<LoginCode> tryOnce(String connection, String address, String browserMac) {
        return store().codes().tryOnce(connection, address, browserMac, 3, SampleAccounts.NOW);
    }

    private boolean take(LoginCode code) {
        return store().codes().take(code);
    }

    @Test
    @DisplayName("a code can be tried as often as is said, and not once more")
    void tries() {
        LoginCode code = put(ADA, "1");

        for (int i = 0; i < 3; i++) {
            assertThat(tryOnce(code)).contains(code);
        }
        assertThat(tryOnce(code)).isEmpty();
        assertThat(tryOnce(code, 4, SampleAccounts.NOW)).contains(code);
        assertThat(tryOnce(code, 4, SampleAccounts.NOW)).isEmpty();
    }

    @Test
    @DisplayName("a code is of its address and connection alone")
    void places() {
        String browser = put(ADA, "1").browserMac();

        assertThat(tryOnce(SampleAccounts.HERE, "bob@example.org", browser)).isEmpty();
        assertThat(tryOnce(SampleAccounts.HERE, "Ada@example.org", browser)).isEmpty();
        assertThat(tryOnce("other", ADA, browser)).isEmpty();
    }

    @Test
    @DisplayName("a code is of the browser that asked for it alone: what another one tries does not count")
    void browsers() {
        LoginCode earlier = put(ADA, "1");
        LoginCode code = put(ADA, "2");

        for (int i = 0; i < 5; i++) {
            assertThat(tryOnce(earlier)).isEmpty();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(tryOnce(code)).contains(code);
        }
    }

    @Test
    @DisplayName("addresses as long as they may be have codes, and text that no store can hold has none")
    void addresses() {
        String longest = "\ud83d\ude00".repeat(253);
        LoginCode one = put(longest + "1", "1");
        LoginCode other = put(longest + "2", "2");

        assertThat(tryOnce(one)).contains(one);
        assertThat(tryOnce(other)).contains(other);
        assertThat(tryOnce(SampleAccounts.HERE, ADA + "\u0000", one.browserMac()))
                .isEmpty();
        assertThat(tryOnce(SampleAccounts.HERE, ADA + "\ud800", one.browserMac()))
                .isEmpty();
    }

    @Test
    @DisplayName("a code is good until just before its end")
    void end() {
        LoginCode code = put(ADA, "1");

        assertThat(tryOnce(code, 3, SampleAccounts.JUST_BEFORE)).contains(code);
        assertThat(tryOnce(code, 3, SampleAccounts.END)).isEmpty();
    }

    @Test
    @DisplayName("the newest code of an address alone is good, and is untried")
    void newest() {
        LoginCode earlier = put(ADA, "1");
        IntStream.range(0, 3).forEach(i -> tryOnce(earlier));

        LoginCode newest = put(ADA, "2");

        assertThat(take(earlier)).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(tryOnce(newest)).contains(newest);
        }
        assertThat(take(newest)).isTrue();
    }

    @Test
    @DisplayName("a code is used up once, and cannot be tried any more")
    void taken() {
        LoginCode code = put(ADA, "1");
        LoginCode other = put("bob@example.org", "1");

        assertThat(take(code)).isTrue();
        assertThat(take(code)).isFalse();
        assertThat(tryOnce(code)).isEmpty();
        assertThat(take(other)).isTrue();
    }

    @Test
    @DisplayName("another store does not know the code")
    void apart() {
        LoginCode code = put(ADA, "1");
        AccountStore other = anotherStore();

        assertThat(other.codes().tryOnce(SampleAccounts.HERE, ADA, code.browserMac(), 3, SampleAccounts.NOW))
                .isEmpty();
        assertThat(other.codes().take(code)).isFalse();
        other.codes().put(SampleAccounts.code(ADA, "2"));
        assertThat(tryOnce(code)).contains(code);
    }

    @Test
    @DisplayName("of 32 who try a code at once, three get it")
    void triesAtOnce() {
        for (int round = 0; round < 10; round++) {
            String address = "ada." + round + "@example.org";
            LoginCode code = put(address, "1");
            AtomicInteger got = new AtomicInteger();

            Together.run(32, i -> tryOnce(code).ifPresent(found -> got.incrementAndGet()));

            assertThat(got).as("how many tries there were").hasValue(3);
        }
    }

    @Test
    @DisplayName("of 8 who use a code up at once, one is told so")
    void takenAtOnce() {
        for (int round = 0; round < 10; round++) {
            LoginCode code = put(ADA, "round " + round);
            AtomicInteger got = new AtomicInteger();

            Together.run(8, i -> got.addAndGet(take(code) ? 1 : 0));

            assertThat(got).as("how many used it").hasValue(1);
        }
    }

    @Test
    @DisplayName("of 16 codes for one address that are put at once, one is good")
    void putsAtOnce() {
        List<LoginCode> codes = IntStream.range(0, 16)
                .mapToObj(i -> SampleAccounts.code(ADA, "code " + i))
                .toList();

        Together.run(16, i -> store().codes().put(codes.get(i)));

        List<LoginCode> good =
                codes.stream().filter(code -> tryOnce(code).isPresent()).toList();
        assertThat(good).hasSize(1);
        assertThat(codes.stream().filter(this::take).toList()).isEqualTo(good);
    }
}
