package dev.onoma.providers.database.custom;

import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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

    /** A database without people. */
    public Crm() {}

    /** What happens before an answer. */
    @FunctionalInterface
    public interface Fault {
        void strike() throws Exception;
    }

    /** Adds or replaces somebody, by one name; JSON with single quotes. */
    public Crm knows(String name, String password, String record) {
        byte[] utf8 = record.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        people.put(name, new Person(password, (JsonObject)
                JsonDocument.parse(utf8, Limits.STORED).value()));
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

    /** Calls to it that do not wait where they should, but say for how long. */
    public CustomDatabaseCalls calls(List<Duration> waited) {
        return CustomDatabaseCalls.to(this, 2, Duration.ofSeconds(30), waited::add);
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
