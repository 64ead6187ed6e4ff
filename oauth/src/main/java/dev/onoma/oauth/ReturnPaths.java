package dev.onoma.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a browser may go after a login: paths of the application's own, and addresses that it named. Anything else would
 * make the login page a redirect to anywhere.
 *
 * @param home where it goes when it may not go where it asked to
 * @param named addresses beyond the application's own paths, compared exactly
 */
record ReturnPaths(String home, Set<String> named) {
    private static final int LONGEST = 1_024;

    /**
     * One slash, and from there on only what a path, query and fragment are written with. No backslash, which browsers
     * take for a slash, and no white space or control character, which they drop.
     */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[A-Za-z0-9\\-._~%!$&'()*+,;=:@/?#]*");

    ReturnPaths {
        named = Set.copyOf(named);
        if (!isOwn(home)) {
            throw new IllegalArgumentException("home must be a path of the application, with one slash at its start");
        }
    }

    /** The place that was asked for, if a browser may go there; else home. */
    String safe(String askedFor) {
        return named.contains(askedFor) || isOwn(askedFor) ? askedFor : home;
    }

    private static boolean isOwn(String path) {
        if (path.length() > LONGEST || !OWN_PATH.matcher(path).matches()) {
            return false;
        }
        try {
            URI uri = new URI(path);
            // Dot segments and empty ones are resolved by some, so that "/.//host" becomes "//host".
            return !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && !uri.getRawPath().contains("//")
                    && uri.normalize().getRawPath().equals(uri.getRawPath());
        } catch (URISyntaxException noPath) {
            return false;
        }
    }
}
