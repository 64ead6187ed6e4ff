package dev.onoma.examples.web.server;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the application remembers of one browser. Thread-safe. */
public final class Session {
    /**
     * A login that waits for the browser to come back.
     *
     * @param handle what binds it to this browser
     * @param isLinking whether it links another account to the signed-in user
     */
    public record Pending(String handle, boolean isLinking) {
        @Override
        public String toString() {
            return "Pending";
        }
    }

    private final String id;
    private final String formToken;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private volatile LoginResult.@Nullable Accepted login;
    private volatile @Nullable UserId user;
    private volatile @Nullable Notice notice;

    /**
     * A session of a browser that nobody has signed in with.
     *
     * @param id what the cookie holds
     * @param formToken what each form of this browser has to bear
     */
    public Session(String id, String formToken) {
        this.id = requireNonNull(id, "id");
        this.formToken = requireNonNull(formToken, "formToken");
    }

    public String id() {
        return id;
    }

    public String formToken() {
        return formToken;
    }

    /** Whether a form came from a page of this session. */
    public boolean isFormToken(String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), formToken.getBytes(StandardCharsets.UTF_8));
    }

    public void await(String connection, Pending login) {
        pending.put(connection, login);
    }

    /**
     * The login that this browser started and did not finish. It stays until another is started: a link to us with a
     * made-up answer, which anybody can put anywhere, must not end it. That it is finished once is the flow's business.
     */
    public Optional<Pending> pending(String connection) {
        return Optional.ofNullable(pending.get(connection));
    }

    void signIn(LoginResult.Accepted accepted) {
        login = accepted;
        user = accepted.after().id();
    }

    public Optional<UserId> user() {
        return Optional.ofNullable(user);
    }

    /** The login that made this session. */
    public Optional<LoginResult.Accepted> login() {
        return Optional.ofNullable(login);
    }

    public void notice(Notice text) {
        notice = text;
    }

    /** What the next page has to say, once. */
    public Optional<Notice> takeNotice() {
        Notice taken = notice;
        notice = null;
        return Optional.ofNullable(taken);
    }

    @Override
    public String toString() {
        return "Session";
    }
}
