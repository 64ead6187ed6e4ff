package dev.onoma.benchmarks;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.providers.google.Google;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes of Google's userinfo response to the known user, whose claims are unchanged, in a store in memory. */
@State(Scope.Benchmark)
public class ReturningLogin {
    /** No divisor of the number of users: one after the other, in an order in which nothing lies side by side. */
    private static final int STRIDE = 7_919;

    @Param({"1", "100000"})
    public int users;

    private final Accounts accounts = new Accounts();
    private final LoginProcessor logins = LoginProcessor.builder(new InMemoryUserStore())
            .connection(Google.connection("google-oauth2").build())
            .build();
    private int account;

    @Setup
    public void fillTheStore() {
        for (int i = 0; i < users; i++) {
            login(i).orElseThrow();
        }
        if (!(login(0) instanceof LoginResult.Accepted again) || again.outcome() != LoginOutcome.UNCHANGED) {
            throw new IllegalStateException("a second login with the same claims must change nothing");
        }
    }

    @Benchmark
    public User onoma() {
        account = (account + STRIDE) % users;
        return login(account).orElseThrow();
    }

    private LoginResult login(int i) {
        return logins.login(
                Login.of("google-oauth2", Claims.parse(accounts.responseFor(i), Evidence.USERINFO_RESPONSE)));
    }
}
