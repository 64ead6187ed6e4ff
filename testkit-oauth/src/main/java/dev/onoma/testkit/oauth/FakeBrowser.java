package dev.onoma.testkit.oauth;

import dev.onoma.testkit.oauth.http.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser in which nobody has to click: it goes to a fake provider that asks nobody, and is sent straight back. */
public final class FakeBrowser {
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private FakeBrowser() {}

    /**
     * What the browser brings back to the application: the query of the redirect, or the form that it posts.
     *
     * @param authorization where the application sends it
     * @return the parameters as they are encoded, without a question mark
     * @throws IllegalStateException when it is not sent back
     */
    public static String callback(URI authorization) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) authorization.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_MOVED_TEMP) {
                return URI.create(connection.getHeaderField("Location")).getRawQuery();
            }
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException("the provider answers the browser with status " + status);
            }
            try (InputStream body = connection.getInputStream()) {
                return form(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private static String form(String page) {
        Parameters fields = new Parameters();
        Matcher field = FIELD.matcher(page);
        while (field.find()) {
            fields.add(SignInPage.unescape(field.group(1)), SignInPage.unescape(field.group(2)));
        }
        if (fields.encoded().isEmpty()) {
            throw new IllegalStateException("the provider shows the browser a page without a form to post");
        }
        return fields.encoded();
    }
}
