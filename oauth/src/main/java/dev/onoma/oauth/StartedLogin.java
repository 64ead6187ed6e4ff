package dev.onoma.oauth;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.regex.Pattern;

/** A login that waits for the browser to come back. Immutable. Its text form tells nothing of it. */
public final class StartedLogin {
    private static final Pattern HTTPS_ONLY = Pattern.compile("(?i)__(Host|Secure)-");
    private static final Pattern POSTED = Pattern.compile("(^|&)response_mode=form_post(&|$)");

    private final URI redirectUri;
    private final String handle;
    private final String returnTo;
    private final int seconds;

    StartedLogin(URI redirectUri, String handle, String returnTo, int seconds) {
        this.redirectUri = requireNonNull(redirectUri, "redirectUri");
        this.handle = requireNonNull(handle, "handle");
        this.returnTo = requireNonNull(returnTo, "returnTo");
        this.seconds = seconds;
    }

    /** Where to send the browser now, with status 302 or 303. */
    public URI redirectUri() {
        return redirectUri;
    }

    /**
     * What the browser has to bring back with the callback: up to 4,000 characters of base64url text, to be put into a
     * {@link #cookie} or the session, and nowhere else. It is of no use to anybody
     * without the callback that belongs to it.
     */
    public String handle() {
        return handle;
    }

    /**
     * The value of a {@code Set-Cookie} header that keeps the handle for as long as the login may take: {@code HttpOnly},
     * for all paths of the host, {@code SameSite=Lax}. Where the provider's page posts its answer, as Apple's does, it is
     * {@code SameSite=None}, which browsers take over https only.
     *
     * @param name the cookie's name: a token, such as {@code login}; over https {@code __Host-login}, which no
     *     neighbouring host can set (RFC 6265bis, section 4.1.3.2)
     * @param https whether browsers reach the application by https; {@code Secure} then
     * @throws IllegalArgumentException when browsers take a cookie of that name over https only
     */
    public String cookie(String name, boolean https) {
        if (!https && HTTPS_ONLY.matcher(name).lookingAt()) {
            throw new IllegalArgumentException("browsers take a cookie of that name over https only");
        }
        String query = redirectUri.getRawQuery() == null ? "" : redirectUri.getRawQuery();
        return name + "=" + handle + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite="
                + (POSTED.matcher(query).find() ? "None" : "Lax") + (https ? "; Secure" : "");
    }

    /** Where the browser goes after the login: where it asked to, or home where it may not go there. */
    public String returnTo() {
        return returnTo;
    }

    @Override
    public String toString() {
        return "StartedLogin";
    }
}
