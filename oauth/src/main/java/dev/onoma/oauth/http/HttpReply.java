package dev.onoma.oauth.http;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A provider's answer, complete and within its limit. Immutable. Its text form tells nothing of the content. */
public final class HttpReply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * An answer.
     *
     * @param headers by name, in any case
     * @param body after decompression
     */
    public HttpReply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        this.headers = byName;
        this.body = requireNonNull(body, "body").clone();
    }

    /** An answer with status 200 and a JSON document, as a test or a replacement of HTTP would give. */
    public static HttpReply json(String body) {
        return new HttpReply(200, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    public int status() {
        return status;
    }

    /** The first value of a header, its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The media type without parameters, in lower case, such as {@code application/json}; empty when not given. */
    public Optional<String> mediaType() {
        return header("Content-Type").map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** The body, after decompression. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "HttpReply[" + status + ", " + body.length + " bytes]";
    }
}
