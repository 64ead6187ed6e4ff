package dev.onoma.testkit.oauth.http;

/** A way in which an endpoint's HTTP answer can be broken, whatever it would have said. */
public enum Fault {
    /** The answer never comes: the connection stays open and silent until the server is closed. */
    SILENT,
    /** The body comes as one byte every 50 milliseconds, without end. */
    DRIPPING,
    /** The body ends half-way, and the connection with it. */
    TRUNCATED,
    /** The connection is closed before any answer. */
    CLOSED,
    /** The body is empty, with status 200. */
    EMPTY,
    /** An HTML page, as a proxy or a captive portal would send it, with status 200. */
    HTML,
    /** The right body, labelled {@code text/html}. */
    WRONG_CONTENT_TYPE,
    /** The right body, compressed although nobody asked for it. */
    GZIP,
    /** 64 MiB of white space inside JSON, compressed to about 64 KiB. */
    GZIP_BOMB,
    /** 8 MiB of white space inside JSON, not compressed. */
    TOO_LARGE,
    /** 302 to {@link Endpoint#ELSEWHERE}, where the right answer waits for whoever follows. */
    REDIRECT,
    /** 307 to {@link Endpoint#ELSEWHERE}, which asks for the method and the body to be repeated there. */
    REDIRECT_REPEATING,
    /** 400 with an error of OAuth 2.0. */
    BAD_REQUEST,
    /** 401 without a body. */
    UNAUTHORIZED,
    /** 403 with an HTML page. */
    FORBIDDEN,
    /** 404 with an HTML page. */
    NOT_FOUND,
    /** 429 that asks to come back after 30 seconds. */
    TOO_MANY_REQUESTS,
    /** 500 with an HTML page. */
    SERVER_ERROR,
    /** 503 that asks to come back after 30 seconds. */
    UNAVAILABLE,
    /** Text that is not JSON, labelled as JSON. */
    NOT_JSON,
    /** The JSON literal {@code null}. */
    JSON_NULL,
    /** The JSON literal {@code false}, with which the Graph API once answered. */
    JSON_FALSE,
    /** The right members in an array around the object. */
    IN_AN_ARRAY,
    /** The object as an array of pairs of name and value. */
    ARRAY_OF_PAIRS,
    /** The right object, with each of its members a second time under another value. */
    DUPLICATE_MEMBERS,
    /** The right object with more text after it. */
    TRAILING_TEXT,
    /** The right object after a byte order mark. */
    BYTE_ORDER_MARK,
    /** The right object with a member whose value is not UTF-8. */
    INVALID_UTF8,
    /** The right object with a member that is 10,000 arrays deep. */
    DEEP_NESTING,
    /** The right object with 5,000 members more. */
    MANY_MEMBERS
}
