package dev.onoma.providers.database.passwordless;

import dev.onoma.core.administration.Administration;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.history.History;
import dev.onoma.core.history.Origin;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.testkit.TestClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application whose users log in with codes, and the letter boxes of all of them. */
final class CodeWorld {
    static final Origin HERE = Origin.ofIp("192.0.2.1");

    final TestClock clock = TestClock.fixed();
    final List<Message> sent = new CopyOnWriteArrayList<>();
    final AccountStore store;
    final Connection connection;
    final LoginProcessor processor;
    final CodeLogins logins;
    final Administration administration;

    CodeWorld(AccountStore store, Connection.Builder connection, Connection... others) {
        this(store, limits(), connection, others);
    }

    CodeWorld(AccountStore store, AccountLimits limits, Connection.Builder connection, Connection... others) {
        this.store = store;
        this.connection = connection.build();
        LoginProcessor.Builder all =
                LoginProcessor.builder(store).connection(this.connection).clock(clock);
        List.of(others).forEach(all::connection);
        this.processor = all.build();
        this.administration = Administration.over(store, processor.connections(), clock);
        CodeLogins.Builder builder = CodeLogins.builder(this.connection, processor, store, AccountKey.of(new byte[32]))
                .outbox(Outbox.of(sent::add, Runnable::run))
                .limits(limits)
                .clock(clock);
        this.logins = (this.connection.provider() == Passwordless.SMS ? builder.defaultRegion("DE") : builder).build();
    }

    /** Tests ask for more messages than a person does. */
    static AccountLimits limits() {
        return AccountLimits.STANDARD
                .with(AccountLimit.MESSAGES_TO_ADDRESS, 1_000)
                .with(AccountLimit.MESSAGES_FROM_ADDRESS, 10_000);
    }

    /** A code that was asked for: what the browser holds, and what the letter box. */
    record Asked(String handle, String code, String link) {}

    Asked ask(String address) {
        String handle = logins.start(address, HERE).orElseThrow().handle();
        Message message = sent.get(sent.size() - 1);
        return new Asked(handle, message.code().orElseThrow(), message.token().orElseThrow());
    }

    LoginResult finish(Asked asked) {
        return logins.finish(asked.handle(), asked.code(), HERE);
    }

    User logIn(String address) {
        return finish(ask(address)).orElseThrow();
    }

    /** What the history says of a user, the oldest first. */
    List<String> events(User user) {
        List<String> newestFirst = ((History) store)
                .events(user.id(), 100).stream()
                        .map(UserEvent::type)
                        .map(type -> type.fieldName())
                        .toList();
        List<String> events = new ArrayList<>(newestFirst);
        Collections.reverse(events);
        return events;
    }

    /** Another code of as many digits. */
    static String other(String code) {
        return (code.charAt(0) == '9' ? '0' : (char) (code.charAt(0) + 1)) + code.substring(1);
    }
}
