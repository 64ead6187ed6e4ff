package dev.onoma.oauth.http;

import dev.onoma.oauth.denial.DenialCode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One sending of a call: its request, and the judgment of what came back. The failures name no address. */
final class Attempt implements BodyHandler<Optional<byte[]>> {
    private static final int OK = 200;

    private final HttpCall call;
    private final int most;
    private volatile boolean answered;

    Attempt(HttpCall call, int most) {
        this.call = call;
        this.most = most;
    }

    HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .setHeader("Accept", "application/json")
                .setHeader("Accept-Encoding", "gzip")
                .setHeader("User-Agent", "onoma");
        call.headers().forEach(request::setHeader);
        call.form()
                .ifPresentOrElse(
                        form -> request.setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.UTF_8)),
                        request::GET);
        return request.build();
    }

    @Override
    public BodySubscriber<Optional<byte[]>> apply(ResponseInfo head) {
        answered = true;
        return new CappedBody(most);
    }

    /** The answer, when it is one. */
    HttpReply reply(HttpResponse<Optional<byte[]>> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        if (response.statusCode() != OK) {
            throw statusFailure(response.statusCode(), errorReply(response, headers));
        }
        byte[] body = response.body()
                .flatMap(bytes -> Encoding.decode(bytes, headers, most))
                .orElseThrow(this::tooLarge);
        if (body.length == 0) {
            throw failure(DenialCode.HTTP_EMPTY, "is empty");
        }
        HttpReply reply = new HttpReply(OK, headers, body);
        if (isPage(reply, body)) {
            throw failure(DenialCode.HTTP_HTML, "is a page for people");
        }
        return reply;
    }

    private @Nullable HttpReply errorReply(HttpResponse<Optional<byte[]>> response, Map<String, String> headers) {
        try {
            return response.body()
                    .flatMap(bytes -> Encoding.decode(bytes, headers, most))
                    .map(body -> new HttpReply(response.statusCode(), headers, body))
                    .orElse(null);
        } catch (HttpException unreadable) {
            return null;
        }
    }

    private HttpException statusFailure(int status, @Nullable HttpReply reply) {
        DenialCode code;
        if (status == 429) {
            code = DenialCode.HTTP_TOO_MANY_REQUESTS;
        } else if (status >= 500 && status <= 599) {
            code = DenialCode.HTTP_SERVER_ERROR;
        } else if (status >= 400) {
            code = DenialCode.HTTP_CLIENT_ERROR;
        } else if (status >= 300) {
            code = DenialCode.HTTP_REDIRECT;
        } else {
            code = DenialCode.HTTP_UNEXPECTED_STATUS;
        }
        String hint =
                code == DenialCode.HTTP_REDIRECT ? ": redirects are not followed, the configured address is wrong" : "";
        return new HttpException(code, "the " + part() + " came with status " + status + hint, reply);
    }

    private static boolean isPage(HttpReply reply, byte[] body) {
        String type = reply.mediaType().orElse("");
        return type.equals("text/html") || type.equals("application/xhtml+xml") || startsWithTag(body);
    }

    private static boolean startsWithTag(byte[] body) {
        int at = 0;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t' || body[at] == '\r' || body[at] == '\n')) {
            at++;
        }
        return at < body.length && body[at] == '<';
    }

    private HttpException tooLarge() {
        return failure(DenialCode.HTTP_TOO_LARGE, "is longer than " + most + " bytes");
    }

    HttpException timedOut() {
        return failure(DenialCode.HTTP_TIMEOUT, answered ? "did not come to its end in time" : "did not come in time");
    }

    HttpException interrupted() {
        return failure(DenialCode.HTTP_UNREACHABLE, "was no longer waited for");
    }

    /** What a failure of the client means; its own words name the host. */
    HttpException failed(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof HttpTimeoutException) {
            return timedOut();
        }
        if (answered) {
            return failure(DenialCode.HTTP_TRUNCATED, "ended too early");
        }
        String why = cause instanceof SSLException
                ? "could not be had: no secure connection"
                : "could not be had: no connection, or one that closed without an answer";
        return failure(DenialCode.HTTP_UNREACHABLE, why);
    }

    private HttpException failure(DenialCode code, String problem) {
        return new HttpException(code, "the " + part() + " " + problem);
    }

    private String part() {
        return call.kind().part();
    }
}
