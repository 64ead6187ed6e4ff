package dev.onoma.providers.database.passwordless;

import static dev.onoma.providers.database.passwordless.CodeWorld.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.ticket.LoginCode;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.passwordless.CodeWorld.Asked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Asking for a code")
class CodeStartTest {
    private static final String ADA = "ada@example.com";

    private final InMemoryUserStore store = new InMemoryUserStore();
    private final CodeWorld world = new CodeWorld(store, AccountLimits.STANDARD, Passwordless.email("email"));

    private static RefusalCode why(CodeStart start) {
        return start.refusal().map(Refusal::code).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "a@b@example.com",
                "a b@example.com",
                "x<ada@example.com",
                "ada@example.com>",
                "\"ada\"@example.com",
                "ada,eve@example.com",
                "ada@example.com\r\nBcc: eve@example.com",
                "ada@exa\u0000mple.com"
            })
    @DisplayName("for what is no address to send a message to is refused, and sends nothing")
    void noAddress(String typed) {
        assertThat(why(world.logins.start(typed, HERE))).isEqualTo(RefusalCode.INVALID_ATTRIBUTE);
        assertThat(world.sent).isEmpty();
    }

    @Test
    @DisplayName("is answered alike for a user, for a stranger of as long an address, and for somebody blocked")
    void alike() {
        world.logIn(ADA);
        User eve = world.logIn("eve@example.com");
        world.administration.block(eve.id()).orElseThrow();

        List<CodeStart.Sent> answers = List.of(
                world.logins.start(ADA, HERE).orElseThrow(),
                world.logins.start("eve@example.com", HERE).orElseThrow(),
                world.logins.start("joe@example.com", HERE).orElseThrow());

        assertThat(answers)
                .extracting(CodeStart.Sent::expiresAt)
                .containsOnly(answers.get(0).expiresAt());
        assertThat(answers)
                .extracting(sent -> sent.handle().length())
                .containsOnly(answers.get(0).handle().length());
        assertThat(world.sent).hasSize(5);
    }

    @Test
    @DisplayName("does the same to the store for a user and for a stranger")
    void sameWork() {
        WatchedAccounts watched = new WatchedAccounts(store, () -> {});
        CodeWorld looking = new CodeWorld(watched, Passwordless.email("email"));
        looking.logIn(ADA);

        looking.ask(ADA);
        looking.ask("joe@example.com");

        assertThat(watched.codesSeen).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("is answered five times an hour for one address, whether or not a user has it")
    void perAddress(boolean known) {
        CodeWorld.Asked unused = known ? world.ask(ADA) : null;
        int before = world.sent.size();
        for (int i = before; i < 5; i++) {
            world.logins.start("ADA@example.com", HERE).orElseThrow();
        }

        assertThat(why(world.logins.start(ADA, HERE))).isEqualTo(RefusalCode.TOO_MANY_MESSAGES);
        assertThat(world.sent).hasSize(5);

        world.clock.advance(Duration.ofHours(1));
        assertThat(world.logins.start(ADA, HERE).refusal()).isEmpty();
    }

    @Test
    @DisplayName("that is refused leaves the code that was sent before as it is")
    void refusedKeeps() {
        Asked last = world.ask(ADA);
        for (int i = 1; i < 5; i++) {
            last = world.ask(ADA);
        }
        assertThat(world.logins.start(ADA, HERE).refusal()).isPresent();

        assertThat(world.finish(last).user()).isPresent();
    }

    @Test
    @DisplayName("is answered twenty times an hour for one address of the network, and no address is used up by it")
    void perIp() {
        for (int i = 0; i < 20; i++) {
            world.logins.start("u" + i + "@example.com", HERE).orElseThrow();
        }

        for (int i = 0; i < 5; i++) {
            assertThat(why(world.logins.start(ADA, HERE))).isEqualTo(RefusalCode.TOO_MANY_MESSAGES);
        }
        assertThat(world.logins.start(ADA, Origin.ofIp("192.0.2.2")).refusal()).isEmpty();
    }

    @Test
    @DisplayName("sixty-four times at once sends five messages")
    void race() throws Exception {
        Racing.all(64, number -> world.logins.start(ADA, Origin.ofIp("192.0.2." + number)));

        assertThat(world.sent).hasSize(5);
    }

    @Test
    @DisplayName("keeps of code and link keyed hashes alone, other ones for the same code at another time")
    void storedAsMacs() {
        WatchedAccounts watched = new WatchedAccounts(store, () -> {});
        CodeWorld looking = new CodeWorld(watched, Passwordless.email("email"));
        Asked asked = looking.ask(ADA);

        LoginCode stored = watched.codesSeen.get(0);
        AccountKey foreign = AccountKey.random();
        assertThat(List.of(stored.codeMac(), stored.linkMac(), stored.browserMac(), stored.id()))
                .allMatch(mac -> mac.matches("[0-9a-f]{64}"))
                .doesNotHaveDuplicates();
        assertThat(stored.codeMac())
                .isEqualTo(AccountKey.of(new byte[32]).mac("login code", "email", ADA, stored.id(), asked.code()))
                .isNotEqualTo(foreign.mac("login code", "email", ADA, stored.id(), asked.code()));
    }

    @Test
    @DisplayName("gives a handle in which nobody reads the address, and which is another one each time")
    void unreadable() {
        String one = world.ask(ADA).handle();
        String two = world.ask(ADA).handle();

        String bytes = new String(Base64.getUrlDecoder().decode(one), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("ada@").doesNotContain("example");
        assertThat(one).matches("[A-Za-z0-9_-]+").isNotEqualTo(two);
        assertThat(one.substring(0, 40)).isNotEqualTo(two.substring(0, 40));
    }

    @Test
    @DisplayName("gives a handle of which no letter can be changed, and which no other key or connection takes")
    void sealed() {
        HandleSeal seal = new HandleSeal(AccountKey.of(new byte[32]), "email");
        BrowserHandle handle = new BrowserHandle(ADA, "secret", world.clock.instant());
        String sealed = seal.seal(handle);

        assertThat(seal.open(sealed)).contains(handle);
        byte[] bytes = Base64.getUrlDecoder().decode(sealed);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThat(seal.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .as("byte " + i)
                    .isEmpty();
        }
        assertThat(new HandleSeal(AccountKey.random(), "email").open(sealed)).isEmpty();
        assertThat(new HandleSeal(AccountKey.of(new byte[32]), "sms").open(sealed))
                .isEmpty();
        assertThat(seal.open("")).isEmpty();
        assertThat(seal.open("?")).isEmpty();
        assertThat(seal.open("A".repeat(10_000))).isEmpty();
    }

    @Test
    @DisplayName("draws each digit as often as any other, leading zeros included")
    void uniform() {
        CodeDesk desk = new CodeDesk(
                "email",
                dev.onoma.core.attribute.RootAttribute.EMAIL,
                store.codes(),
                AccountKey.random(),
                AccountLimits.STANDARD);
        CodeAddress address = CodeAddress.of(dev.onoma.core.attribute.RootAttribute.EMAIL, ADA);
        int[][] counts = new int[6][10];
        int codes = 5_000;
        for (int i = 0; i < codes; i++) {
            String code = desk.issue(address, world.clock.instant()).code();
            for (int place = 0; place < 6; place++) {
                counts[place][code.charAt(place) - '0']++;
            }
        }

        // Seven standard deviations: wrong once in ten billion runs.
        double deviation = Math.sqrt(codes * 0.1 * 0.9);
        for (int[] place : counts) {
            for (int count : place) {
                assertThat((double) count).isBetween(codes * 0.1 - 7 * deviation, codes * 0.1 + 7 * deviation);
            }
        }
    }

    @Test
    @DisplayName("needs a connection of its own kind, a sender, and no region where there are no phone numbers")
    void misconfigured() {
        Connection users = Database.accounts("users").build();
        Connection open = Connection.of("open", Passwordless.EMAIL).build();
        LoginProcessor processor = LoginProcessor.builder(store)
                .connection(users)
                .connection(open)
                .connection(world.connection)
                .build();
        AccountKey key = AccountKey.random();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeLogins.builder(users, processor, store, key)
                        .sender(message -> {})
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeLogins.builder(open, processor, store, key)
                        .sender(message -> {})
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CodeLogins.builder(Passwordless.email("elsewhere").build(), processor, store, key)
                                .sender(message -> {})
                                .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeLogins.builder(world.connection, processor, store, key)
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeLogins.builder(world.connection, processor, store, key)
                        .sender(message -> {})
                        .defaultRegion("DE")
                        .build());
    }

    @Test
    @DisplayName("does not depend on the machine's language")
    void turkish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));

            User user = world.logIn("ADMIN@EXAMPLE.COM");

            assertThat(world.logIn("admin@example.com").id()).isEqualTo(user.id());
        } finally {
            Locale.setDefault(before);
        }
        assertThat(world.sent).extracting(Message::to).containsOnly("ADMIN@EXAMPLE.COM");
    }
}
