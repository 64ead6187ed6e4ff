package dev.onoma.store.jdbc.metrics;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginListener;
import dev.onoma.core.login.LoginResult;
import dev.onoma.store.jdbc.StoreObserver;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts logins and times the store with Micrometer, an optional dependency. Give it to the store as its observer, and
 * to the login processor as a listener. Thread-safe.
 *
 * <ul>
 *   <li>{@code onoma.logins}, a counter: {@code connection}, and {@code outcome}: {@code created}, {@code updated},
 *       {@code unchanged}, or the code of a refusal; a connection that is not configured counts as {@code unknown}
 *   <li>{@code onoma.store}, a timer: {@code operation}, and {@code succeeded}
 *   <li>{@code onoma.store.repeated}, a counter: {@code operation}
 * </ul>
 */
public final class MicrometerObserver implements StoreObserver, LoginListener {
    private static final String OPERATION = "operation";

    private final MeterRegistry registry;

    /** Not "transitive": modules that do without Micrometer would have to find it when they are compiled. */
    @SuppressWarnings("exports")
    public MicrometerObserver(MeterRegistry registry) {
        this.registry = requireNonNull(registry, "registry");
    }

    @Override
    public void finished(String operation, Duration took, boolean succeeded) {
        registry.timer("onoma.store", OPERATION, operation, "succeeded", Boolean.toString(succeeded))
                .record(took);
    }

    @Override
    public void repeated(String operation) {
        registry.counter("onoma.store.repeated", OPERATION, operation).increment();
    }

    @Override
    public void afterLogin(Login login, LoginResult result) {
        String outcome = result.accepted()
                .map(accepted -> accepted.outcome().name().toLowerCase(Locale.ROOT))
                .or(() -> result.refusal().map(refusal -> refusal.code().code()))
                .orElseThrow();
        // Whoever logs in chooses no name of a metric.
        String connection = outcome.equals("unknown_connection") ? "unknown" : login.connection();
        registry.counter("onoma.logins", "connection", connection, "outcome", outcome)
                .increment();
    }
}
