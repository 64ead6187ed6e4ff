package dev.onoma.oauth.client;

import com.github.scribejava.core.httpclient.HttpClient;
import com.github.scribejava.core.httpclient.multipart.MultipartPayload;
import com.github.scribejava.core.model.OAuthAsyncRequestCallback;
import com.github.scribejava.core.model.OAuthRequest.ResponseConverter;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.http.HttpReply;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** ScribeJava's way out, led to ours: the POST of a form, and nothing else. */
final class ScribeHttp implements HttpClient {
    private static final String ONLY_FORMS = "only forms are sent, one after the other";

    private final HttpExchange http;

    ScribeHttp(HttpExchange http) {
        this.http = http;
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, byte[] form) {
        if (verb != Verb.POST) {
            throw new UnsupportedOperationException(ONLY_FORMS);
        }
        HttpCall call = HttpCall.post(URI.create(url), BodyKind.TOKEN, new String(form, StandardCharsets.UTF_8));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            call = call.header(header.getKey(), header.getValue());
        }
        HttpReply reply = http.send(call);
        return new Response(reply.status(), "", Map.of(), new ByteArrayInputStream(reply.body()));
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, String body) {
        throw new UnsupportedOperationException(ONLY_FORMS);
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, MultipartPayload body) {
        throw new UnsupportedOperationException(ONLY_FORMS);
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, File body) {
        throw new UnsupportedOperationException(ONLY_FORMS);
    }

    @Override
    public <T> Future<T> executeAsync(
            String agent,
            Map<String, String> headers,
            Verb verb,
            String url,
            byte[] body,
            @Nullable OAuthAsyncRequestCallback<T> callback,
            @Nullable ResponseConverter<T> converter) {
        throw new UnsupportedOperationException(ONLY_FORMS);
    }

    @Override
    public <T> Future<T> executeAsync(
            String agent,
            Map<String, String> headers,
            Verb verb,
            String url,
            MultipartPayload body,
            @Nullable OAuthAsyncRequestCallback<T> callback,
            @Nullable ResponseConverter<T> converter) {
        throw new UnsupportedOperationException(ONLY_FORMS);
    }

    @Override
    public <T> Future<T> executeAsync(
            String agent,
            Map<String, String> headers,
            Verb verb,
            String url,
            String body,
            @Nullable OAuthAsyncRequestCallback<T> callback,
            @Nullable ResponseConverter<T> converter) {
        throw new UnsupportedOperationException(ONLY_FORMS);
    }

    @Override
    public <T> Future<T> executeAsync(
            String agent,
            Map<String, String> headers,
            Verb verb,
            String url,
            File body,
            @Nullable OAuthAsyncRequestCallback<T> callback,
            @Nullable ResponseConverter<T> converter) {
        throw new UnsupportedOperationException(ONLY_FORMS);
    }

    @Override
    public void close() {}
}
