package dev.onoma.oauth;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/** A login that waits for the browser to come back. Immutable. Its text form tells nothing of it. */
public final class StartedLogin {
    private final URI redirectUri;
    private final String handle;
    private final String returnTo;

    StartedLogin(URI redirectUri, String handle, String returnTo) {
        this.redirectUri = requireNonNull(redirectUri, "redirectUri");
        this.handle = requireNonNull(handle, "handle");
        this.returnTo = requireNonNull(returnTo, "returnTo");
    }

    /** Where to send the browser now, with status 302 or 303. */
    public URI redirectUri() {
        return redirectUri;
    }

    /**
     * What the browser has to bring back with the callback: up to 4,000 characters of base64url text, to be put into a
     * cookie ({@code HttpOnly; Secure; SameSite=Lax}) or the session, and nowhere else. It is of no use to anybody
     * without the callback that belongs to it.
     */
    public String handle() {
        return handle;
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
