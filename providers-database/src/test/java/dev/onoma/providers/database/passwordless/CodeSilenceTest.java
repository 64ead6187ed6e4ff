package dev.onoma.providers.database.passwordless;

import static dev.onoma.providers.database.passwordless.CodeWorld.HERE;
import static dev.onoma.providers.database.passwordless.CodeWorld.other;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusedException;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.DevelopmentSender;
import dev.onoma.providers.database.message.MessageText;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.passwordless.CodeWorld.Asked;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of logins with codes")
class CodeSilenceTest {
    private static final String ADDRESS = "zq7@zq7.example";
    private static final String NUMBER = "+4915123456789";

    private final WatchedAccounts store = new WatchedAccounts(new InMemoryUserStore(), () -> {});
    private final CodeWorld world = new CodeWorld(store, AccountLimits.STANDARD, Passwordless.email("email"));
    private final List<Object> printed = new ArrayList<>();

    @Test
    @DisplayName("neither text form nor exception nor log at the finest level tells code, link, handle or address")
    void silent() {
        List<Asked> all = new ArrayList<>();
        try (CapturedLog log = new CapturedLog()) {
            all.add(succeeded());
            all.add(refused());
            printed.add(world.logins.start("no " + ADDRESS, HERE));
            failingSender();
            phoneNumbers();
            printed.addAll(log.lines());
        }

        assertThat(printed).hasSizeGreaterThan(15);
        for (Object each : printed) {
            assertThat(String.valueOf(each))
                    .doesNotContainIgnoringCase("zq7")
                    .doesNotContain("23456789")
                    .doesNotContain(NUMBER);
            for (Asked asked : all) {
                assertThat(String.valueOf(each))
                        .doesNotContain(asked.handle())
                        .doesNotContain(asked.code())
                        .doesNotContain(asked.link());
            }
        }
    }

    private Asked succeeded() {
        CodeStart start = world.logins.start(ADDRESS, HERE);
        Asked asked = new Asked(
                start.orElseThrow().handle(),
                world.sent.get(0).code().orElseThrow(),
                world.sent.get(0).token().orElseThrow());
        LoginResult result = world.finish(asked);
        printed.addAll(List.of(start, world.logins, world.sent.get(0), result, store.codesSeen.get(0)));
        printed.add(CodeAddress.of(RootAttribute.EMAIL, ADDRESS));
        printed.add(new BrowserHandle(ADDRESS, asked.link(), world.clock.instant()));
        printed.add(
                new CodeDesk("email", RootAttribute.EMAIL, store.codes(), AccountKey.random(), AccountLimits.STANDARD)
                        .issue(CodeAddress.of(RootAttribute.EMAIL, "other@example.com"), world.clock.instant()));
        printed.add(result.orElseThrow());
        return asked;
    }

    private Asked refused() {
        Asked asked = world.ask(ADDRESS);
        LoginResult result = world.logins.finish(asked.handle(), other(asked.code()), HERE);
        printed.add(result);
        printed.add(result.toJson().toJson());
        try {
            result.orElseThrow();
        } catch (RefusedException refused) {
            printed.addAll(List.of(refused, refused.message()));
        }
        for (int i = 0; i < 5; i++) {
            CodeStart again = world.logins.start(ADDRESS, HERE);
            printed.add(again);
        }
        try {
            world.logins.start(ADDRESS, HERE).orElseThrow();
        } catch (RefusedException refused) {
            printed.addAll(List.of(refused, refused.message()));
        }
        return asked;
    }

    private void failingSender() {
        CodeLogins.builder(world.connection, world.processor, store, AccountKey.random())
                .outbox(Outbox.of(
                        message -> {
                            throw new IllegalStateException("no route to " + message.to());
                        },
                        Runnable::run))
                .build()
                .start("zq7-2@zq7.example", HERE);
        DevelopmentSender keeping =
                DevelopmentSender.keeping(MessageText.builder("Acme").build());
        keeping.send(world.sent.get(0));
        printed.add(keeping);
        printed.addAll(keeping.kept());
    }

    private void phoneNumbers() {
        CodeWorld sms = new CodeWorld(new InMemoryUserStore(), Passwordless.sms("sms"));
        printed.add(sms.finish(sms.ask(NUMBER)));
        for (String typed : List.of("+99915123456789", "+49 9001 23456789", "0151 23456789 x23456789", "+0023456789")) {
            printed.add(sms.logins.start(typed, HERE));
        }
    }
}
