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

    private Optional<LoginCode> tryOnce(String address, int tries, Instant now) {
        return store().codes().tryOnce(SampleAccounts.HERE, address, tries, now);
    }

    private Optional<LoginCode> tryOnce(String address) {
        return tryOnce(address, 3, SampleAccounts.NOW);
    }

    private boolean take(LoginCode code) {
        return store().codes().take(code);
    }

    @Test
    @DisplayName("a code can be tried as often as is said, and not once more")
    void tries() {
        LoginCode code = put(ADA, "1");

        for (int i = 0; i < 3; i++) {
            assertThat(tryOnce(ADA)).contains(code);
        }
        assertThat(tryOnce(ADA)).isEmpty();
        assertThat(tryOnce(ADA, 4, SampleAccounts.NOW)).contains(code);
        assertThat(tryOnce(ADA, 4, SampleAccounts.NOW)).isEmpty();
    }

    @Test
    @DisplayName("a code is of its address and connection alone")
    void places() {
        put(ADA, "1");

        assertThat(tryOnce("bob@example.org")).isEmpty();
        assertThat(tryOnce("Ada@example.org")).isEmpty();
        assertThat(store().codes().tryOnce("other", ADA, 3, SampleAccounts.NOW)).isEmpty();
    }

    @Test
    @DisplayName("addresses as long as they may be have codes, and text that no store can hold has none")
    void addresses() {
        String longest = "\ud83d\ude00".repeat(253);
        LoginCode one = put(longest + "1", "1");
        LoginCode other = put(longest + "2", "2");

        assertThat(tryOnce(longest + "1")).contains(one);
        assertThat(tryOnce(longest + "2")).contains(other);
        assertThat(tryOnce(ADA + "\u0000")).isEmpty();
        assertThat(tryOnce(ADA + "\ud800")).isEmpty();
    }

    @Test
    @DisplayName("a code is good until just before its end")
    void end() {
        LoginCode code = put(ADA, "1");

        assertThat(tryOnce(ADA, 3, SampleAccounts.JUST_BEFORE)).contains(code);
        assertThat(tryOnce(ADA, 3, SampleAccounts.END)).isEmpty();
    }

    @Test
    @DisplayName("the newest code of an address alone is good, and is untried")
    void newest() {
        LoginCode earlier = put(ADA, "1");
        IntStream.range(0, 3).forEach(i -> tryOnce(ADA));

        LoginCode newest = put(ADA, "2");

        assertThat(take(earlier)).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(tryOnce(ADA)).contains(newest);
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
        assertThat(tryOnce(ADA)).isEmpty();
        assertThat(take(other)).isTrue();
    }

    @Test
    @DisplayName("another store does not know the code")
    void apart() {
        LoginCode code = put(ADA, "1");
        AccountStore other = anotherStore();

        assertThat(other.codes().tryOnce(SampleAccounts.HERE, ADA, 3, SampleAccounts.NOW))
                .isEmpty();
        assertThat(other.codes().take(code)).isFalse();
        other.codes().put(SampleAccounts.code(ADA, "2"));
        assertThat(tryOnce(ADA)).contains(code);
    }

    @Test
    @DisplayName("of 32 who try a code at once, three get it")
    void triesAtOnce() {
        put(ADA, "1");
        AtomicInteger got = new AtomicInteger();

        Together.run(32, i -> tryOnce(ADA).ifPresent(code -> got.incrementAndGet()));

        assertThat(got).as("how many tries there were").hasValue(3);
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

        Optional<LoginCode> good = tryOnce(ADA);
        assertThat(good).isPresent();
        assertThat(codes.stream().filter(this::take)).containsExactly(good.orElseThrow());
    }
}
