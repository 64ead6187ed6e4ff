package dev.onoma.providers.database.passwordless;

import static dev.onoma.providers.database.passwordless.CodeWorld.HERE;
import static dev.onoma.providers.database.passwordless.CodeWorld.other;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.link.LinkDecision;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.passwordless.CodeWorld.Asked;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a login with a code is and is not, whatever the store. */
abstract class CodeLoginTestCases {
    private static final String ADA = "Ada@example.com";

    private static final Provider UPSTREAM = Provider.named("upstream")
            .subject("sub")
            .email("email", Flag.claim("email_verified"))
            .build();

    private CodeWorld world;

    /** A store without users. */
    abstract AccountStore store();

    @BeforeEach
    void open() {
        world = new CodeWorld(store(), Passwordless.email("email"));
    }

    private static RefusalCode why(LoginResult result) {
        return result.refusal().map(Refusal::code).orElseThrow();
    }

    private void edit(User user, RootAttribute attribute, String text) {
        world.administration
                .edit(
                        user.id(),
                        AdministratorEdit.builder().set(attribute, text).build())
                .orElseThrow();
    }

    @Nested
    @DisplayName("the first login")
    class First {
        @Test
        @DisplayName("makes a user whose address is verified by its owner, at that moment")
        void verified() {
            User ada = world.logIn(ADA);

            PairValue email = ada.root().pair(RootAttribute.EMAIL).orElseThrow();
            assertThat(email.text()).isEqualTo(ADA);
            assertThat(email.verification()).contains(new Verification(Owner.USER, world.clock.instant()));
        }

        @Test
        @DisplayName("draws the subject, which is not the address")
        void subject() {
            Identity identity = world.logIn(ADA).primaryIdentity();

            assertThat(UUID.fromString(identity.subject()).version()).isEqualTo(4);
            assertThat(identity.provider()).isEqualTo("email");
            assertThat(identity.isSocial()).isFalse();
        }

        @Test
        @DisplayName("is a signup and a login in the history, counted once")
        void history() {
            User ada = world.logIn(ADA);

            assertThat(world.events(ada)).containsExactly("signup", "login");
            assertThat(ada.counters().logins()).isEqualTo(1);
        }

        @Test
        @DisplayName("gives the identity its name, in every spelling")
        void name() {
            User ada = world.logIn(ADA);

            assertThat(world.store
                            .credentials()
                            .find(
                                    "email",
                                    LoginName.typed("aDA@EXAMPLE.com", Limits.STANDARD)
                                            .orElseThrow()))
                    .hasValueSatisfying(credential -> {
                        assertThat(credential.identity())
                                .isEqualTo(ada.primaryIdentity().key());
                        assertThat(credential.password()).isEmpty();
                    });
        }

        @Test
        @DisplayName("is refused like a wrong code where the connection makes no users")
        void neverOnLogin() {
            world = new CodeWorld(store(), Passwordless.email("email").syncPolicy(SyncPolicy.NEVER_ON_LOGIN));

            LoginResult result = world.finish(world.ask(ADA));

            assertThat(why(result)).isEqualTo(RefusalCode.UNKNOWN_USER);
            assertThat(result.refusal().orElseThrow().publicCode()).isEqualTo(RefusalCode.WRONG_CODE.publicCode());
        }

        @Test
        @DisplayName("joins a user with the confirmed address where the connection links by itself, and logs in there")
        void automatic() {
            Connection upstream =
                    Connection.of("upstream", UPSTREAM).trustForLinking().build();
            world = new CodeWorld(
                    store(),
                    Passwordless.email("email").linkPolicy(LinkPolicy.AUTOMATIC).trustForLinking(),
                    upstream);
            User known = world.processor
                    .login(Login.of(
                            "upstream",
                            Claims.of(
                                    JsonObject.builder()
                                            .put("sub", "1")
                                            .put("email", ADA)
                                            .put("email_verified", true)
                                            .build(),
                                    Evidence.USERINFO_RESPONSE,
                                    upstream.limits())))
                    .orElseThrow();

            LoginResult first = world.finish(world.ask(ADA));
            User second = world.logIn(ADA);

            assertThat(first.link()).isInstanceOf(LinkDecision.LinkAllowed.class);
            assertThat(second.id()).isEqualTo(known.id());
            assertThat(second.identities()).hasSize(2);
        }
    }

    @Nested
    @DisplayName("a later login")
    class Later {
        @Test
        @DisplayName("is the same user's, in whatever spelling of the address")
        void sameUser() {
            User ada = world.logIn(ADA);

            LoginResult again = world.finish(world.ask("ADA@EXAMPLE.COM"));

            assertThat(again.accepted().orElseThrow().outcome()).isEqualTo(LoginOutcome.UNCHANGED);
            assertThat(again.orElseThrow().id()).isEqualTo(ada.id());
            assertThat(again.orElseThrow().counters().logins()).isEqualTo(2);
        }

        @Test
        @DisplayName("sends the code to the address as its user has it, not as it was typed")
        void spelling() {
            world.logIn(ADA);

            world.ask("ADA@EXAMPLE.COM");

            assertThat(world.sent).last().extracting(Message::to).isEqualTo(ADA);
        }

        @Test
        @DisplayName("of a blocked user is refused, counted, and looks to a browser like a wrong code")
        void blocked() {
            User ada = world.logIn(ADA);
            world.administration.block(ada.id()).orElseThrow();

            LoginResult result = world.finish(world.ask(ADA));

            assertThat(why(result)).isEqualTo(RefusalCode.USER_BLOCKED);
            assertThat(result.refusal().orElseThrow().publicCode()).isEqualTo("login_refused");
            assertThat(RefusalCode.WRONG_CODE.publicCode()).isEqualTo("login_refused");
            assertThat(world.administration
                            .find(ada.id())
                            .orElseThrow()
                            .counters()
                            .logins())
                    .isEqualTo(2);
        }

        @Test
        @DisplayName("of a deleted user is a first one, of another user")
        void deleted() {
            User ada = world.logIn(ADA);
            world.administration.delete(ada.id()).orElseThrow();

            User anew = world.logIn(ADA);

            assertThat(anew.id()).isNotEqualTo(ada.id());
        }

        @Test
        @DisplayName("confirms the address that an administrator has given the user, and says so in the history")
        void confirms() {
            User ada = world.logIn(ADA);
            edit(ada, RootAttribute.EMAIL, "new@example.com");
            world.clock.advance(Duration.ofDays(1));

            User after = world.logIn("new@example.com");

            assertThat(after.id()).isEqualTo(ada.id());
            assertThat(after.root().pair(RootAttribute.EMAIL).flatMap(PairValue::verification))
                    .contains(new Verification(Owner.USER, world.clock.instant()));
            assertThat(world.events(after)).contains("verify_email");
        }

        @Test
        @DisplayName("through the old address is another user's, once an administrator has given the user another one")
        void oldAddress() {
            User ada = world.logIn(ADA);
            edit(ada, RootAttribute.EMAIL, "new@example.com");

            assertThat(world.logIn(ADA).id()).isNotEqualTo(ada.id());
        }

        @Test
        @DisplayName("does not confirm the address of a blocked user")
        void confirmsNobodyBlocked() {
            User ada = world.logIn(ADA);
            edit(ada, RootAttribute.EMAIL, "new@example.com");
            world.administration.block(ada.id()).orElseThrow();

            world.finish(world.ask("new@example.com"));

            assertThat(world.administration.find(ada.id()).orElseThrow().isEmailVerified())
                    .isFalse();
        }
    }

    @Nested
    @DisplayName("a code")
    class Code {
        @Test
        @DisplayName("has six digits, and a link beside it that nobody guesses")
        void form() {
            world.ask(ADA);

            Message message = world.sent.get(0);
            assertThat(message.code().orElseThrow()).matches("[0-9]{6}");
            assertThat(message.token().orElseThrow()).matches("[A-Za-z0-9_-]{43}");
            assertThat(message.expiresAt()).contains(world.clock.instant().plus(Duration.ofMinutes(3)));
        }

        @Test
        @DisplayName("may be typed in groups")
        void groups() {
            Asked asked = world.ask(ADA);
            String code = asked.code();

            LoginResult result = world.logins.finish(
                    asked.handle(), " " + code.substring(0, 3) + "-" + code.substring(3) + " ", HERE);

            assertThat(result.user()).isPresent();
        }

        @Test
        @DisplayName("is good once, and makes its link good for nothing")
        void once() {
            Asked asked = world.ask(ADA);

            assertThat(world.finish(asked).user()).isPresent();

            assertThat(why(world.finish(asked))).isEqualTo(RefusalCode.WRONG_CODE);
            assertThat(why(world.logins.finishWithLink(asked.handle(), asked.link(), HERE)))
                    .isEqualTo(RefusalCode.WRONG_CODE);
        }

        @Test
        @DisplayName("may be tried three times, the last of which may be right")
        void threeTries() {
            Asked asked = world.ask(ADA);
            world.logins.finish(asked.handle(), other(asked.code()), HERE);
            world.logins.finish(asked.handle(), "", HERE);

            assertThat(world.finish(asked).user()).isPresent();
        }

        @Test
        @DisplayName("is void after three wrong ones")
        void fourthTry() {
            Asked asked = world.ask(ADA);
            for (int i = 0; i < 3; i++) {
                world.logins.finish(asked.handle(), other(asked.code()), HERE);
            }

            assertThat(why(world.finish(asked))).isEqualTo(RefusalCode.WRONG_CODE);
        }

        @Test
        @DisplayName("is good until just before three minutes have gone")
        void justInTime() {
            Asked asked = world.ask(ADA);
            world.clock.advance(Duration.ofMinutes(3).minusMillis(1));

            assertThat(world.finish(asked).user()).isPresent();
        }

        @Test
        @DisplayName("is void after three minutes")
        void tooLate() {
            Asked asked = world.ask(ADA);
            world.clock.advance(Duration.ofMinutes(3));

            assertThat(why(world.finish(asked))).isEqualTo(RefusalCode.WRONG_CODE);
        }

        @Test
        @DisplayName("is void once another one was asked for")
        void newestOnly() {
            Asked old = world.ask(ADA);
            Asked latest = world.ask(ADA);

            assertThat(why(world.finish(old))).isEqualTo(RefusalCode.WRONG_CODE);
            assertThat(world.finish(latest).user()).isPresent();
        }

        @Test
        @DisplayName("is good for its address alone")
        void anotherAddress() {
            Asked eve = world.ask("eve@example.com");
            Asked ada = world.ask(ADA);

            LoginResult result = world.logins.finish(ada.handle(), eve.code(), HERE);
            LoginResult other = world.logins.finish(eve.handle(), ada.code(), HERE);

            // Two codes of six digits are the same once in a million.
            assertThat(eve.code().equals(ada.code())
                            || (result.user().isEmpty() && other.user().isEmpty()))
                    .isTrue();
        }

        @Test
        @DisplayName("is good in the browser that asked for it alone")
        void anotherBrowser() {
            Asked first = world.ask(ADA);
            Asked ada = world.ask(ADA);

            assertThat(why(world.logins.finish(first.handle(), ada.code(), HERE)))
                    .isEqualTo(RefusalCode.WRONG_CODE);
            assertThat(why(world.logins.finish("", ada.code(), HERE))).isEqualTo(RefusalCode.WRONG_CODE);
        }
    }

    @Nested
    @DisplayName("tries")
    class Tries {
        @Test
        @DisplayName("of another browser, which once asked for the same address, use up none of the owner's")
        void anotherBrowser() {
            Asked eve = world.ask(ADA);
            Asked ada = world.ask(ADA);
            for (int i = 0; i < 5; i++) {
                assertThat(why(world.logins.finish(eve.handle(), other(ada.code()), HERE)))
                        .isEqualTo(RefusalCode.WRONG_CODE);
                assertThat(why(world.logins.finishWithLink(eve.handle(), ada.link(), HERE)))
                        .isEqualTo(RefusalCode.WRONG_CODE);
            }

            assertThat(world.finish(ada).user()).isPresent();
        }
    }

    @Nested
    @DisplayName("a link")
    class Link {
        @Test
        @DisplayName("logs in, and makes its code good for nothing")
        void logsIn() {
            Asked asked = world.ask(ADA);

            assertThat(world.logins
                            .finishWithLink(asked.handle(), asked.link(), HERE)
                            .user())
                    .isPresent();

            assertThat(why(world.finish(asked))).isEqualTo(RefusalCode.WRONG_CODE);
        }

        @Test
        @DisplayName("is refused in another browser, and stays good in its own")
        void anotherBrowser() {
            Asked eve = world.ask("eve@example.com");
            Asked asked = world.ask(ADA);

            assertThat(why(world.logins.finishWithLink("", asked.link(), HERE))).isEqualTo(RefusalCode.WRONG_CODE);
            assertThat(why(world.logins.finishWithLink(eve.handle(), asked.link(), HERE)))
                    .isEqualTo(RefusalCode.WRONG_CODE);
            assertThat(world.logins
                            .finishWithLink(asked.handle(), asked.link(), HERE)
                            .user())
                    .isPresent();
        }

        @Test
        @DisplayName("is no code, and a code is no link")
        void kinds() {
            Asked asked = world.ask(ADA);

            assertThat(why(world.logins.finish(asked.handle(), asked.link(), HERE)))
                    .isEqualTo(RefusalCode.WRONG_CODE);
            assertThat(why(world.logins.finishWithLink(asked.handle(), asked.code(), HERE)))
                    .isEqualTo(RefusalCode.WRONG_CODE);
        }
    }

    @Nested
    @DisplayName("public incidents")
    class Incidents {
        @Test
        @DisplayName("I-9: of eight browsers' windows that send one code at the same time, one is logged in")
        void oneCodeRedeemedTwice() throws Exception {
            for (int round = 0; round < 10; round++) {
                Asked asked = world.ask("ada" + round + "@example.com");

                List<LoginResult> results = Racing.all(
                        8,
                        number -> number % 2 == 0
                                ? world.finish(asked)
                                : world.logins.finishWithLink(asked.handle(), asked.link(), HERE));

                // Three of the eight are looked at, whichever those are; one of them is the first.
                assertThat(results).filteredOn(each -> each.user().isPresent()).hasSize(1);
            }
        }

        @Test
        @DisplayName("I-16: an address that only looks like a user's is another one, and gets its own mail")
        void dotlessI() {
            User mike = world.logIn("mike@example.org");

            User other = world.logIn("m\u0131ke@example.org");

            assertThat(other.id()).isNotEqualTo(mike.id());
            assertThat(world.sent).last().extracting(Message::to).isEqualTo("m\u0131ke@example.org");
        }

        @Test
        @DisplayName("I-16: nor is a user's the one whose domain only looks like it")
        void dotlessDomain() {
            User mike = world.logIn("mike@github.example");

            assertThat(world.logIn("mike@g\u0131thub.example").id()).isNotEqualTo(mike.id());
        }
    }

    @Nested
    @DisplayName("at the same time")
    class Races {
        @Test
        @DisplayName("sixty-four guesses are three tries: the right code among the others, or behind them, is refused")
        void guesses() throws Exception {
            Asked asked = world.ask(ADA);

            Racing.all(64, number -> world.logins.finish(asked.handle(), other(asked.code()), HERE));

            assertThat(why(world.finish(asked))).isEqualTo(RefusalCode.WRONG_CODE);
        }

        @Test
        @DisplayName("two first logins of one address make one user, and are both logged in")
        void twoFirst() throws Exception {
            CountDownLatch firstIsWriting = new CountDownLatch(1);
            CyclicBarrier both = new CyclicBarrier(2);
            world = new CodeWorld(
                    new WatchedAccounts(store(), () -> {
                        firstIsWriting.countDown();
                        await(both);
                    }),
                    Passwordless.email("email"));

            List<User> users = Racing.all(2, number -> {
                if (number == 1) {
                    await(firstIsWriting);
                }
                return world.logIn(ADA);
            });

            assertThat(users.get(0).id()).isEqualTo(users.get(1).id());
        }

        private static void await(CyclicBarrier both) {
            try {
                both.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new AssertionError("the other login did not come", alone);
            }
        }

        private static void await(CountDownLatch first) {
            try {
                assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
