package dev.onoma.oauth.http;

import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider gave no usable answer. The message names the kind of answer and the problem, never an address or a host. */
public final class HttpException extends DeniedException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable HttpReply reply;

    /** An exception without an answer. */
    public HttpException(DenialCode code, String message) {
        this(code, message, null);
    }

    HttpException(DenialCode code, String message, @Nullable HttpReply reply) {
        super(code, message);
        this.reply = reply;
    }

    /**
     * The answer that came with another status than 200, for the caller that can read it, such as an OAuth 2.0 error;
     * empty when there was none, when it was over its limit or incomplete, or after serialization.
     */
    public Optional<HttpReply> reply() {
        return Optional.ofNullable(reply);
    }
}
