package dev.onoma.benchmarks;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.providers.google.Google;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of Google's userinfo response to a new user in a store in memory. */
@State(Scope.Benchmark)
public class FirstLogin {
    private static final int LOGINS = 1_000;

    private final Accounts accounts = new Accounts();

    /** Fills a new store each time: one that is filled for as long as the measurement takes would end the memory. */
    @Benchmark
    @OperationsPerInvocation(LOGINS)
    public void onoma(Blackhole results) {
        LoginProcessor logins = LoginProcessor.builder(new InMemoryUserStore())
                .connection(Google.connection("google-oauth2").build())
                .build();
        for (int account = 0; account < LOGINS; account++) {
            Claims claims = Claims.parse(accounts.responseFor(account), Evidence.USERINFO_RESPONSE);
            LoginResult result = logins.login(Login.of("google-oauth2", claims));
            results.consume(result.orElseThrow());
        }
    }
}
