package dev.onoma.examples.adoption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.administration.Administration;
import dev.onoma.core.administration.SelfService;
import dev.onoma.core.administration.SelfServiceEdit;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.link.LinkDecision;
import dev.onoma.core.login.AccountLinking;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.google.Google;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("A shop that has had users for years")
class AdoptionTest {
    private final Shop shop = new Shop();
    private final long petra = shop.signUp("petra.kovac@example.com", "Petra Kovač");
    private final long order = shop.order(petra, "a kettle");

    private final UsersTable store = new UsersTable(shop.withOnoma().database());
    private final ShopAccounts accounts = new ShopAccounts(shop.database());
    private final Connections connections = Connections.of(
            ShopAccounts.CONNECTION,
            Google.connection("google-oauth2").linkPolicy(LinkPolicy.PROPOSE).build());
    private final LoginProcessor logins =
            LoginProcessor.builder(store).connections(connections).build();

    @Test
    @DisplayName("finds a user of old again, in the row that the orders refer to")
    void existingRow_itsUserLogsIn_isTheSameRow() {
        User user = logins.login(accounts.login(petra)).orElseThrow();

        assertThat(user.id()).isEqualTo(UserId.of("database|" + petra));
        assertThat(user.name()).contains("Petra Kovač");
        assertThat(user.email()).contains("petra.kovac@example.com");
        assertThat(user.isEmailVerified()).isTrue();
        assertThat(user.counters().logins()).isEqualTo(1);
        assertThat(shop.key("database|" + petra)).isEqualTo(petra);
        assertThat(shop.articles(petra)).containsExactly("a kettle");
    }

    @Test
    @DisplayName("makes users of all rows at once, and of each only once")
    void rows_adoptedTwice_areAdoptedOnce() {
        long ivo = shop.signUp("ivo.peric@example.com", "Ivo Perić");

        assertThat(accounts.adopt()).isEqualTo(2);
        assertThat(accounts.adopt()).isZero();
        assertThat(store.find(UserId.of("database|" + ivo)))
                .hasValueSatisfying(stored -> assertThat(stored.user().createdAt())
                        .isEqualTo(stored.user().updatedAt()));
    }

    @Test
    @DisplayName("makes no user of a row before it is adopted")
    void row_notAdopted_isNoUser() {
        assertThat(store.find(UserId.of("database|" + petra))).isEmpty();
    }

    @Test
    @DisplayName("adopts a row that the old sign-up form writes later, at its first login")
    void rowOfLater_itsUserLogsIn_isAdopted() {
        accounts.adopt();
        long ivo = shop.signUp("ivo.peric@example.com", "Ivo Perić");

        assertThat(logins.login(accounts.login(ivo)).link()).isEqualTo(new LinkDecision.ExistingIdentity());
        assertThat(logins.login(accounts.login(ivo)).orElseThrow().counters().logins())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("gives a user from Google a row and a key of its own, whatever the address")
    void googleLogin_ofAKnownAddress_isANewRow() {
        accounts.adopt();

        LoginResult result = logins.login(google("petra.kovac@example.com"));

        assertThat(result.link()).isInstanceOf(LinkDecision.LinkProposed.class);
        assertThat(shop.key(result.orElseThrow().id().value())).isNotEqualTo(petra);
        assertThat(shop.strings("select email from users order by id"))
                .containsExactly("petra.kovac@example.com", "petra.kovac@example.com");
    }

    @Test
    @DisplayName("moves the orders of a user who becomes one with another")
    void usersWithOrders_linked_ordersFollow() {
        LoginResult.Accepted old = (LoginResult.Accepted) logins.login(accounts.login(petra));
        LoginResult.Accepted google = (LoginResult.Accepted) logins.login(google("petra@gmail.example"));
        shop.order(shop.key(google.after().id().value()), "a toaster");

        ChangeResult linked = AccountLinking.over(store)
                .link(old.proof().orElseThrow(), google.proof().orElseThrow());

        assertThat(linked.orElseThrow().after().orElseThrow().identities()).hasSize(2);
        assertThat(shop.articles(petra)).containsExactly("a kettle", "a toaster");
        assertThat(logins.login(google("petra@gmail.example")).orElseThrow().id())
                .isEqualTo(old.after().id());
    }

    @Test
    @DisplayName("keeps the orders of a user who is deleted, as nobody's")
    void userWithOrders_deleted_ordersStay() {
        accounts.adopt();

        Administration.over(store, connections)
                .delete(UserId.of("database|" + petra))
                .orElseThrow();

        assertThat(shop.strings("select user_id from orders where id = ?", order))
                .containsExactly("null");
        assertThat(shop.strings("select id from users")).isEmpty();
        assertThat(shop.strings("select subject from identities")).isEmpty();
    }

    @Test
    @DisplayName("forgets all but the identity of a blocked user who is deleted, and still refuses it")
    void blockedUser_deleted_staysRefused() {
        logins.login(accounts.login(petra).ip("192.0.2.1"));
        Administration administration = Administration.over(store, connections);
        administration.block(UserId.of("database|" + petra)).orElseThrow();
        administration.delete(UserId.of("database|" + petra)).orElseThrow();

        assertThat(logins.login(accounts.login(petra)).refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.code().code()).isEqualTo("user_blocked"));
        assertThat(shop.strings("select concat(email, email_key, display_name, last_ip, last_login) from users"))
                .containsExactly("");
    }

    @Test
    @DisplayName("sees an edited name in its own column")
    void name_edited_isInTheShopsColumn() {
        accounts.adopt();

        SelfService.over(store, connections)
                .edit(
                        UserId.of("database|" + petra),
                        SelfServiceEdit.builder()
                                .set(RootAttribute.NAME, "Petra K.")
                                .build())
                .orElseThrow();

        assertThat(shop.strings("select display_name from users")).containsExactly("Petra K.");
        assertThat(logins.login(accounts.login(petra)).orElseThrow().name()).contains("Petra K.");
    }

    @Test
    @DisplayName("gets one row from many first logins at once, and counts them all")
    void firstLogins_atOnce_areOneRow() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<LoginResult>> results = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            results.add(threads.submit(() -> logins.login(google("ana.lovric@example.com"))));
        }

        int created = 0;
        for (Future<LoginResult> result : results) {
            created += ((LoginResult.Accepted) result.get()).outcome() == LoginOutcome.CREATED ? 1 : 0;
        }
        threads.shutdown();

        assertThat(created).isEqualTo(1);
        assertThat(shop.strings("select logins_count from users where user_id like 'google%'"))
                .containsExactly("64");
    }

    @RepeatedTest(5)
    @DisplayName("merges two users only one way round, when both are asked for at once")
    void merges_bothWaysAtOnce_oneIsStale() throws Exception {
        StoredUser one = stored(logins.login(accounts.login(petra)));
        StoredUser two = stored(logins.login(google("petra@gmail.example")));
        ExecutorService threads = Executors.newFixedThreadPool(2);

        List<Future<Boolean>> merges =
                List.of(threads.submit(() -> merge(one, two)), threads.submit(() -> merge(two, one)));
        int merged = 0;
        for (Future<Boolean> merge : merges) {
            merged += merge.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(merged).isEqualTo(1);
        assertThat(shop.strings("select distinct user_id from identities")).hasSize(1);
        assertThat(shop.strings("select user_id from orders")).isEqualTo(shop.strings("select id from users"));
    }

    private boolean merge(StoredUser stays, StoredUser goes) {
        List<Identity> both =
                List.of(stays.user().primaryIdentity(), goes.user().primaryIdentity());
        try {
            store.write(new UserChange.Merge(
                    stays, goes, stays.user().toBuilder().identities(both).build()));
            return true;
        } catch (StaleUserException tooLate) {
            return false;
        }
    }

    private StoredUser stored(LoginResult result) {
        return store.find(result.orElseThrow().id()).orElseThrow();
    }

    private static Login google(String email) {
        String response = """
                {"sub": "103547991597142817347", "name": "Petra Kovač", "email": "%s", "email_verified": true}
                """.formatted(email);
        return Login.of("google-oauth2", Claims.parse(response.getBytes(UTF_8), Evidence.USERINFO_RESPONSE));
    }
}
