package dev.onoma.testkit.oauth.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Puts answers on the wire, whole or broken. */
final class AnswerWriting {
    private static final int CHUNKED = 0;
    private static final int NO_BODY = -1;

    private AnswerWriting() {}

    static void write(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.status(), length == 0 ? NO_BODY : length);
        if (length > 0) {
            exchange.getResponseBody().write(answer.body());
            exchange.getResponseBody().close();
        }
    }

    static void writeBroken(HttpExchange exchange, Fault fault, Answer right, String elsewhere, CountDownLatch closed)
            throws IOException, InterruptedException {
        switch (fault) {
            case TRUNCATED -> truncate(exchange, right);
            case DRIPPING -> drip(exchange, right, closed);
            default -> write(exchange, FaultyAnswers.of(fault, right, elsewhere));
        }
    }

    /** The caller closes the exchange, and with it the connection that still owes the other half. */
    private static void truncate(HttpExchange exchange, Answer right) throws IOException {
        right.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = right.body();
        exchange.sendResponseHeaders(right.status(), body.length + 1L);
        OutputStream out = exchange.getResponseBody();
        out.write(Arrays.copyOf(body, body.length / 2));
        out.flush();
    }

    private static void drip(HttpExchange exchange, Answer right, CountDownLatch closed)
            throws IOException, InterruptedException {
        right.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(right.status(), CHUNKED);
        OutputStream out = exchange.getResponseBody();
        out.write('{');
        do {
            out.write(' ');
            out.flush();
        } while (!closed.await(50, TimeUnit.MILLISECONDS));
    }
}
