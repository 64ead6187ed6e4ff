package dev.onoma.cli.run;

import dev.onoma.cli.Shell;

/** Lines of scenarios, in the morning of 1 January 2026. As in {@link Shell}, ' stands for ". */
final class Lines {
    static final String ANA = "google-oauth2|1";
    static final String IVO = "facebook|5";
    static final String GOOGLE = google("");
    static final String FACEBOOK = connection("facebook", "facebook", "");
    static final String EDITABLE = google("'sync':'on_first_login'");

    private Lines() {}

    static String at(int minute) {
        return "2026-01-01T08:%02d:00Z".formatted(minute);
    }

    static String google(String options) {
        return connection("google-oauth2", "google", options);
    }

    static String connection(String name, String provider, String options) {
        return "{'connection':{'name':'" + name + "','provider':'" + provider + "'" + more(options) + ",'at':'" + at(0)
                + "'}}";
    }

    static String login(String claims) {
        return login("google-oauth2", "'claims':" + claims);
    }

    static String login(int minute, String claims) {
        return login("google-oauth2", "'claims':" + claims + ",'at':'" + at(minute) + "'");
    }

    static String login(String connection, String fields) {
        return "{'login':{'connection':'" + connection + "'" + more(fields) + "}}";
    }

    static String preview(String claims) {
        return login("google-oauth2", "'claims':" + claims + ",'preview':true");
    }

    static String edit(String fields) {
        return "{'edit':{'user_id':'" + ANA + "'" + more(fields) + "}}";
    }

    /** An operation that takes a user id alone. */
    static String on(String operation, String userId) {
        return "{'" + operation + "':{'user_id':'" + userId + "'}}";
    }

    static String show() {
        return on("show", ANA);
    }

    static String link(String primary, String secondary, String at) {
        return "{'link':{'primary':'" + primary + "','secondary':'" + secondary + "','at':'" + at + "'}}";
    }

    static String unlink(String userId, String connection, String subject) {
        return "{'unlink':{'user_id':'" + userId + "','connection':'" + connection + "','subject':'" + subject + "'}}";
    }

    private static String more(String fields) {
        return fields.isEmpty() ? "" : "," + fields;
    }
}
