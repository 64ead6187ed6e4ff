package dev.onoma.oauth.http;

/**
 * The one way out of the process: every request to a provider goes through it. Thread-safe.
 *
 * <p>Whoever replaces the standard one answers for the same rules.
 */
@FunctionalInterface
public interface HttpExchange {
    /**
     * Sends a request and returns its answer: status 200, not empty, within its limit, complete, no page for people.
     *
     * @throws HttpException when there is no such answer
     */
    HttpReply send(HttpCall call);
}
