package dev.onoma.examples.web;

import java.util.Map;

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
record WebRequest(
        String method,
        String path,
        String query,
        Map<String, String> form,
        Session session,
        String address,
        String userAgent) {
    String field(String name) {
        return form.getOrDefault(name, "");
    }

    /** What follows a prefix of the path. */
    String after(String prefix) {
        return path.substring(prefix.length());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
