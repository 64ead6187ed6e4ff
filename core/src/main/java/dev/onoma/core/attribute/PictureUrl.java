package dev.onoma.core.attribute;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What a picture may be: an absolute http or https URL with a host. Checked here and not by {@code java.net.URI}, which
 * refuses hosts with an underscore and query characters that providers do send. Never fetched.
 */
final class PictureUrl {
    /** The ASCII characters that would let a URL out of an attribute of an HTML page, white space and controls. */
    private static final boolean[] FORBIDDEN = ascii(c -> c <= ' ' || "\u007f\"<>\\^`".indexOf(c) >= 0);

    /** The ASCII characters of host names. */
    private static final boolean[] IN_NAME =
            ascii(c -> Characters.isAsciiLetterOrDigit((char) c) || ".-_%".indexOf(c) >= 0);

    private PictureUrl() {}

    private static boolean[] ascii(IntPredicate among) {
        boolean[] characters = new boolean[0x80];
        for (int c = 0; c < characters.length; c++) {
            characters[c] = among.test(c);
        }
        return characters;
    }

    /** The rule that a text breaks, in words for a message; empty when it is acceptable. */
    static Optional<String> violation(String url, Limits limits) {
        if (!isUrl(url, limits)) {
            return Optional.of("an absolute http or https URL of at most " + limits.of(Limit.PICTURE_BYTES) + " bytes");
        }
        return carriesToken(url) ? Optional.of("a URL without an access token") : Optional.empty();
    }

    private static boolean isUrl(String url, Limits limits) {
        int host = afterScheme(url);
        int rest = host < 0 ? -1 : behindHost(url, host);
        return rest >= 0 && Characters.fitsBytes(url, limits.of(Limit.PICTURE_BYTES)) && !hasForbidden(url, rest);
    }

    private static int afterScheme(String url) {
        if (url.startsWith("https://") || url.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        return url.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
    }

    private static boolean hasForbidden(String url, int from) {
        for (int i = from; i < url.length(); i++) {
            if (isForbidden(url.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForbidden(char c) {
        return c < FORBIDDEN.length ? FORBIDDEN[c] : Characters.isSpace(c) || Character.isISOControl(c);
    }

    /** From where on the URL has not been looked at yet, its host being one; -1 when it has none. */
    private static int behindHost(String url, int host) {
        int end = endOfName(url, host);
        if (end == url.length() || endsAuthority(url.charAt(end))) {
            return end > host ? end : -1;
        }
        while (end < url.length() && !endsAuthority(url.charAt(end))) {
            end++;
        }
        return hasHostAndMore(url.substring(host, end)) ? host : -1;
    }

    /** With credentials or a port. */
    private static boolean hasHostAndMore(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int bracket = host.lastIndexOf(']');
        int colon = host.indexOf(':', Math.max(bracket, 0));
        String name = colon < 0 ? host : host.substring(0, colon);
        return isHostName(name) && (colon < 0 || isPort(host.substring(colon + 1)));
    }

    private static boolean endsAuthority(char c) {
        return c == '/' || c == '?' || c == '#';
    }

    private static boolean isHostName(String name) {
        int last = name.length() - 1;
        boolean literal = last > 1 && name.charAt(0) == '[' && name.charAt(last) == ']';
        return literal ? isAddress(name, 1, last) : last >= 0 && endOfName(name, 0) > last;
    }

    /** An address of Internet Protocol 6, between its brackets. */
    private static boolean isAddress(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c <= 0x7f && !Characters.isAsciiLetterOrDigit(c) && c != '.' && c != ':') {
                return false;
            }
        }
        return true;
    }

    /** Where the labels and dots end that begin there; no dot is the first, and no two are in a row. */
    private static int endOfName(String text, int from) {
        char before = '.';
        int end = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean isInName = c < IN_NAME.length ? IN_NAME[c] : !isForbidden(c);
            if (!isInName || (c == '.' && before == '.')) {
                return end;
            }
            before = c;
            end++;
        }
        return end;
    }

    private static boolean isPort(String port) {
        return port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** An access token in a picture's URL would hand it to whoever sees the page. */
    private static boolean carriesToken(String url) {
        int query = url.indexOf('?');
        int after = query >= 0 ? query : url.indexOf('#');
        // Few queries hold an underscore at all; only those are lowered and searched.
        return after >= 0
                && url.indexOf('_', after) >= 0
                && Characters.lowerAscii(url).indexOf("access_token=", after) >= 0;
    }
}
