package dev.onoma.examples.web.server;

import dev.onoma.core.history.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request, as far as the application needs it.
 *
 * @param method GET or POST
 * @param path the path
 * @param query the raw query; empty where there is none
 * @param form the fields of a posted form
 * @param session the browser's session
 * @param address the browser's address
 * @param userAgent the browser's name for itself; empty where it has none
 */
public record WebRequest(
        String method,
        String path,
        String query,
        Map<String, String> form,
        Session session,
        String address,
        String userAgent) {
    /** A field of the form; empty where there is none. */
    public String field(String name) {
        return form.getOrDefault(name, "");
    }

    /** A parameter of the query that is made of letters, digits, - and _; empty where there is none such. */
    public String parameter(String name) {
        Matcher parameter = Pattern.compile("(?:^|&)" + Pattern.quote(name) + "=([A-Za-z0-9_-]*)(?:&|$)")
                .matcher(query);
        return parameter.find() ? parameter.group(1) : "";
    }

    /** Where it came from. */
    public Origin origin() {
        return Origin.of(Optional.of(address), Optional.of(userAgent), Optional.empty());
    }

    /** What follows a prefix of the path. */
    public String after(String prefix) {
        return path.substring(prefix.length());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
