package dev.onoma.faults;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The forms in which a server gives its answers. */
final class Answers {
    /** What a call has where the answer never comes in time, in milliseconds. */
    static final int DEADLINE = 200;

    /** Until an answer comes that is late, in milliseconds. */
    static final int BEYOND_DEADLINE = 3_000;

    private Answers() {}

    static ResponseDefinitionBuilder json(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json; charset=UTF-8")
                .withBody(body);
    }

    static ResponseDefinitionBuilder gzip(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return json("").withHeader("Content-Encoding", "gzip").withBody(bytes.toByteArray());
    }

    /** A document with so many levels, in a member that nobody knows. */
    static String nested(String json, int levels) {
        return "{\"zq7\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "," + json.substring(1);
    }

    /** A document of this many bytes, with white space that means nothing. */
    static String padded(String json, int bytes) {
        return json + " ".repeat(bytes - json.getBytes(UTF_8).length);
    }
}
