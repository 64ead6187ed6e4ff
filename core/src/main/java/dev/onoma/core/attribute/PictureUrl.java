package dev.onoma.core.attribute;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;

/**
 * What a picture may be: an absolute http or https URL with a host. Checked here and not by {@code java.net.URI}, which
 * refuses hosts with an underscore and query characters that providers do send. Never fetched.
 */
final class PictureUrl {
    private PictureUrl() {}

    static boolean isAcceptable(String url, Limits limits) {
        int host = afterScheme(url);
        return host > 0
                && Characters.fitsBytes(url, limits.of(Limit.PICTURE_BYTES))
                && !hasForbidden(url)
                && hasHost(url, host)
                && !carriesToken(url);
    }

    static String rule(Limits limits) {
        return "an absolute http or https URL of at most " + limits.of(Limit.PICTURE_BYTES) + " bytes";
    }

    private static int afterScheme(String url) {
        if (url.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        return url.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
    }

    /** White space and controls, and the characters that would let a URL out of an attribute of an HTML page. */
    private static boolean hasForbidden(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c == 0x7f || c == '"' || c == '<' || c == '>' || c == '\\' || c == '^' || c == '`') {
                return true;
            }
            if (c > 0x7f && (Characters.isSpace(c) || Character.isISOControl(c))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasHost(String url, int from) {
        int end = from;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(from, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int bracket = host.lastIndexOf(']');
        int colon = host.indexOf(':', Math.max(bracket, 0));
        String name = colon < 0 ? host : host.substring(0, colon);
        return isHostName(name) && (colon < 0 || isPort(host.substring(colon + 1)));
    }

    private static boolean isHostName(String name) {
        boolean literal = name.startsWith("[") && name.endsWith("]") && name.length() > 2;
        boolean wellFormed = literal || (!name.isEmpty() && name.charAt(0) != '.' && !name.contains(".."));
        for (int i = literal ? 1 : 0; wellFormed && i < name.length() - (literal ? 1 : 0); i++) {
            char c = name.charAt(i);
            wellFormed = c > 0x7f
                    || Character.isLetterOrDigit(c)
                    || c == '.'
                    || (literal ? c == ':' : c == '-' || c == '_' || c == '%');
        }
        return wellFormed;
    }

    private static boolean isPort(String port) {
        return port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** An access token in a picture's URL would hand it to whoever sees the page. */
    private static boolean carriesToken(String url) {
        int query = url.indexOf('?');
        int after = query >= 0 ? query : url.indexOf('#');
        return after >= 0 && Characters.lowerAscii(url).indexOf("access_token=", after) >= 0;
    }
}
