package dev.onoma.testkit.oauth.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is to go wrong at which endpoint. Thread-safe. */
public final class Disturbances {
    private record Planned(Fault fault, int times) {}

    private final Map<Endpoint, Planned> faults = new ConcurrentHashMap<>();
    private final Map<Endpoint, Gate> gates = new ConcurrentHashMap<>();

    Disturbances() {}

    /** Breaks so many answers of an endpoint, from the next one on. */
    public void fault(Endpoint endpoint, Fault fault, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a fault happens at least once");
        }
        faults.put(endpoint, new Planned(fault, times));
    }

    /** Breaks no answer any more. */
    public void clear() {
        faults.clear();
    }

    /** Holds the requests to an endpoint, in place of an earlier gate there, which is opened. */
    public Gate hold(Endpoint endpoint) {
        Gate gate = new Gate();
        Gate before = gates.put(endpoint, gate);
        if (before != null) {
            before.open();
        }
        return gate;
    }

    void pass(Endpoint endpoint) throws InterruptedException {
        Gate gate = gates.get(endpoint);
        if (gate != null) {
            gate.pass();
        }
    }

    Optional<Fault> next(Endpoint endpoint) {
        Fault[] now = new Fault[1];
        faults.computeIfPresent(endpoint, (any, planned) -> {
            now[0] = planned.fault();
            return planned.times() == 1 ? null : new Planned(planned.fault(), planned.times() - 1);
        });
        return Optional.ofNullable(now[0]);
    }
}
