package dev.onoma.oauth.http;

import dev.onoma.oauth.denial.DenialCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Undoes a body's {@code Content-Encoding}, as far as the cap allows. */
final class Encoding {
    private Encoding() {}

    /**
     * The plain body; empty when it is longer than the cap.
     *
     * @throws HttpException when the encoding is none that was asked for, or the body does not bear it out
     */
    static Optional<byte[]> decode(byte[] body, Map<String, String> headers, int most) {
        String encoding =
                headers.getOrDefault("content-encoding", "identity").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> Optional.of(body);
            case "gzip", "x-gzip" -> body.length == 0 ? Optional.of(body) : inflate(body, most);
            default ->
                throw new HttpException(
                        DenialCode.HTTP_TRUNCATED, "the answer has a content encoding that was not asked for");
        };
    }

    private static Optional<byte[]> inflate(byte[] body, int most) {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] bytes = plain.readNBytes(most + 1);
            return bytes.length > most ? Optional.empty() : Optional.of(bytes);
        } catch (IOException broken) {
            throw new HttpException(DenialCode.HTTP_TRUNCATED, "the answer's gzip encoding is broken");
        }
    }
}
