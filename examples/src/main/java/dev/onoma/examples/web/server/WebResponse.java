package dev.onoma.examples.web.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A response.
 *
 * @param status the status
 * @param type the body's media type
 * @param body the body
 * @param location where the browser goes next, if anywhere
 * @param session the session that the browser has from now on, if another than before
 */
public record WebResponse(int status, String type, String body, Optional<String> location, Optional<Session> session) {
    public static WebResponse page(Html page) {
        return page(200, page);
    }

    public static WebResponse page(int status, Html page) {
        return new WebResponse(status, "text/html; charset=utf-8", page.markup(), Optional.empty(), Optional.empty());
    }

    /** 303: the browser goes there by GET, whatever it came by. */
    public static WebResponse goTo(String location) {
        return new WebResponse(303, "text/plain", "", Optional.of(location), Optional.empty());
    }

    /** To the home page, which begins with a notice. */
    public static WebResponse home(Session session, Notice notice) {
        session.notice(notice);
        return goTo("/");
    }

    public static WebResponse icon(String svg) {
        return new WebResponse(200, "image/svg+xml", svg, Optional.empty(), Optional.empty());
    }

    public static WebResponse style(String css) {
        return new WebResponse(200, "text/css; charset=utf-8", css, Optional.empty(), Optional.empty());
    }

    public static WebResponse error(int status, String text) {
        return new WebResponse(status, "text/plain; charset=utf-8", text, Optional.empty(), Optional.empty());
    }

    public WebResponse with(Session other) {
        return new WebResponse(status, type, body, location, Optional.of(other));
    }

    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "WebResponse[" + status + "]";
    }
}
