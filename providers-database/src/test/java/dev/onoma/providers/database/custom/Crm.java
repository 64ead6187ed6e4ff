package dev.onoma.providers.database.custom;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A custom database of a few people, that counts how often it is asked and fails on request. */
public final class Crm implements CustomDatabase {
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger lookUps = new AtomicInteger();
    private volatile Fault fault = () -> {};

    private record Person(String password, JsonObject record) {}

    /** What happens before an answer. */
    @FunctionalInterface
    public interface Fault {
        void strike() throws Exception;
    }

    /** Adds or replaces somebody, by one name; JSON with single quotes. */
    public Crm knows(String name, String password, String record) {
        JsonObject json = (JsonObject) JsonValue.parse(record.replace('\'', '"'));
        people.put(name, new Person(password, json));
        return this;
    }

    public void forgets(String name) {
        people.remove(name);
    }

    public void fails(Fault now) {
        fault = now;
    }

    /** Hangs until the latch is down, whoever interrupts it. */
    public void hangsUntil(CountDownLatch latch) {
        fault = () -> {
            boolean down = false;
            while (!down) {
                try {
                    latch.await();
                    down = true;
                } catch (InterruptedException stubborn) {
                    // Drivers do that.
                }
            }
        };
    }

    public int logins() {
        return logins.get();
    }

    public int lookUps() {
        return lookUps.get();
    }

    @Override
    public CustomLogin login(String identifier, char[] password) throws Exception {
        logins.incrementAndGet();
        fault.strike();
        Person person = people.get(identifier);
        if (person == null) {
            return CustomLogin.unknownUser();
        }
        return person.password().equals(String.valueOf(password))
                ? CustomLogin.accepted(person.record())
                : CustomLogin.wrongPassword();
    }

    @Override
    public Optional<JsonObject> getUser(String identifier) throws Exception {
        lookUps.incrementAndGet();
        fault.strike();
        return Optional.ofNullable(people.get(identifier)).map(Person::record);
    }
}
