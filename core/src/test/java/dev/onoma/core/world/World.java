package dev.onoma.core.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.administration.Administration;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.administration.SelfService;
import dev.onoma.core.administration.SelfServiceEdit;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.login.AccountLinking;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.sync.Decision;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.time.Duration;
import java.util.Optional;

/** A store, a clock that stands still, and connections over them. JSON is written with single quotes. */
public final class World {
    public final InMemoryUserStore store;
    public final MovableClock clock;
    public final Connections connections;
    public final LoginProcessor logins;

    private World(InMemoryUserStore store, MovableClock clock, Connections connections) {
        this.store = store;
        this.clock = clock;
        this.connections = connections;
        this.logins = processor().build();
    }

    public static World of(Connection... connections) {
        return new World(new InMemoryUserStore(), new MovableClock(), Connections.of(connections));
    }

    public static World of(Connection.Builder... connections) {
        return of(built(connections));
    }

    /** The same store and clock under another configuration. */
    public World configured(Connection.Builder... changed) {
        return new World(store, clock, Connections.of(built(changed)));
    }

    private static Connection[] built(Connection.Builder... connections) {
        Connection[] built = new Connection[connections.length];
        for (int i = 0; i < connections.length; i++) {
            built[i] = connections[i].build();
        }
        return built;
    }

    public LoginProcessor.Builder processor() {
        return LoginProcessor.builder(store).connections(connections).clock(clock);
    }

    public static JsonObject json(String text) {
        return (JsonObject) JsonValue.parse(text.replace('\'', '"'));
    }

    /** The claims of one userinfo response: every source was asked. */
    public static Claims userinfo(String text) {
        return Claims.of(json(text), Evidence.USERINFO_RESPONSE);
    }

    public static Login loginOf(String connection, String claims) {
        return Login.of(connection, userinfo(claims));
    }

    /** A login of which it is expected that it is accepted. */
    public LoginResult.Accepted login(String connection, String claims) {
        return login(loginOf(connection, claims));
    }

    public LoginResult.Accepted login(Login login) {
        LoginResult result = logins.login(login);
        assertThat(result).isInstanceOf(LoginResult.Accepted.class);
        return (LoginResult.Accepted) result;
    }

    /** A login of which it is expected that it is refused. */
    public LoginResult.Refused refused(String connection, String claims) {
        LoginResult result = logins.login(loginOf(connection, claims));
        assertThat(result).isInstanceOf(LoginResult.Refused.class);
        return (LoginResult.Refused) result;
    }

    public Administration administration() {
        return Administration.over(store, connections, clock);
    }

    public SelfService selfService() {
        return SelfService.over(store, connections, clock);
    }

    public AccountLinking linking() {
        return AccountLinking.over(store, clock);
    }

    /** An edit by the user. */
    public ChangeResult userEdits(User user, String request) {
        return selfService().edit(user.id(), SelfServiceEdit.from(json(request)));
    }

    /** An edit by an administrator. */
    public ChangeResult adminEdits(User user, String request) {
        return administration().edit(user.id(), AdministratorEdit.from(json(request)));
    }

    /** Joins two users by hand, by two logins. */
    public User linked(LoginResult.Accepted primary, LoginResult.Accepted secondary) {
        return linking()
                .link(primary.proof().orElseThrow(), secondary.proof().orElseThrow())
                .orElseThrow()
                .after()
                .orElseThrow();
    }

    public void later() {
        clock.move(Duration.ofMinutes(1));
    }

    /** The user as it is stored now. */
    public User now(User user) {
        return find(user.id().value()).orElseThrow();
    }

    public Optional<User> find(String id) {
        return administration().find(UserId.of(id));
    }

    /** The decision of a login for one attribute. */
    public static Decision decision(LoginResult.Accepted login, RootAttribute attribute) {
        return login.decisions().stream()
                .filter(decision -> decision.attribute() == attribute)
                .findFirst()
                .orElseThrow();
    }

    public static Optional<Owner> owner(User user, RootAttribute attribute) {
        return user.root().owner(attribute);
    }
}
