package dev.onoma.faults;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What a provider that is out of order, badly set up or malicious answers at any of its endpoints, in place of the good
 * answer. Whatever text it adds of its own gives secrets away: they must not come out of the login.
 */
enum BadAnswer {
    BAD_REQUEST("status 400 and a JSON error", "http_client_error"),
    UNAUTHORIZED("status 401 and a challenge", "http_client_error"),
    FORBIDDEN("status 403", "http_client_error"),
    NOT_FOUND("status 404 and a page", "http_client_error"),
    TOO_MANY_REQUESTS("status 429 and Retry-After", "http_too_many_requests"),
    BROKEN_SERVER("status 500", "http_server_error"),
    UNAVAILABLE("status 503, a page and Retry-After", "http_server_error"),
    NO_CONTENT("status 204", "http_unexpected_status"),
    MOVED("status 301 to where the good answer is", "http_redirect"),
    FOUND("status 302 to where the good answer is", "http_redirect"),
    TEMPORARILY_MOVED("status 307 to where the good answer is", "http_redirect"),
    PAGE("a page", "http_html"),
    PAGE_AS_JSON("a page that is called JSON", "http_html"),
    JSON_AS_PAGE("the good answer, called a page", "http_html"),
    EMPTY("nothing", "http_empty"),
    CUT_OFF("half of the body that was announced", "http_truncated"),
    MALFORMED_CHUNK("a chunk that is none", "http_truncated"),
    GARBAGE("garbage in place of HTTP", "http_unreachable"),
    NO_ANSWER("a connection that is closed", "http_unreachable"),
    RESET("a connection that is reset", "http_unreachable"),
    LATE("the good answer, after the deadline", "http_timeout"),
    DRIPPING("the good answer, drip by drip beyond the deadline", "http_timeout"),
    TOO_LARGE("the good answer with one byte too many", "http_too_large"),
    INFLATED("gzip that is one byte too many when inflated", "http_too_large"),
    BROKEN_GZIP("the good answer, called gzip", "http_truncated"),
    OTHER_ENCODING("an encoding that nobody asked for", "http_truncated"),
    NO_JSON("text that is no JSON"),
    CUT_JSON("half of the JSON as a whole body"),
    TRAILING_TEXT("the good answer and more text"),
    NAME_TWICE("the good answer with a name twice"),
    TOO_DEEP("the good answer with 33 levels"),
    ARRAY("the good answer in an array"),
    FALSE("false"),
    EMPTY_OBJECT("an object with nothing in it");

    private final String sentence;
    private final String code;

    BadAnswer(String sentence, String code) {
        this.sentence = sentence;
        this.code = code;
    }

    /** Whole, in good HTTP, and without sense: the code is the endpoint's. */
    BadAnswer(String sentence) {
        this(sentence, "");
    }

    /** Every bad answer at each of these endpoints. */
    static Stream<Arguments> at(Endpoint... endpoints) {
        return at(List.of(values()), endpoints);
    }

    /** These bad answers at each of these endpoints. */
    static Stream<Arguments> at(List<BadAnswer> answers, Endpoint... endpoints) {
        return Arrays.stream(endpoints)
                .flatMap(endpoint ->
                        answers.stream().map(bad -> argumentSet(endpoint + " answers " + bad.sentence, endpoint, bad)));
    }

    ResponseDefinitionBuilder inPlaceOf(String good, Endpoint endpoint) {
        return switch (this) {
            case BAD_REQUEST -> error(400);
            case UNAUTHORIZED -> error(401).withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            case FORBIDDEN -> error(403);
            case NOT_FOUND -> page(404);
            case TOO_MANY_REQUESTS -> error(429).withHeader("Retry-After", "1");
            case BROKEN_SERVER -> error(500);
            case UNAVAILABLE -> page(503).withHeader("Retry-After", "1");
            case NO_CONTENT -> aResponse().withStatus(204);
            case MOVED -> Answers.json(good).withStatus(301).withHeader("Location", elsewhere());
            case FOUND -> Answers.json(good).withStatus(302).withHeader("Location", elsewhere());
            case TEMPORARILY_MOVED -> Answers.json(good).withStatus(307).withHeader("Location", elsewhere());
            case PAGE -> page(200);
            case PAGE_AS_JSON -> Answers.json(" <html><body>zq7</body></html>");
            case JSON_AS_PAGE -> Answers.json(good).withHeader("Content-Type", "text/html; charset=utf-8");
            case EMPTY -> Answers.json("");
            case CUT_OFF -> Answers.json(half(good)).withHeader("Content-Length", String.valueOf(good.length()));
            case MALFORMED_CHUNK -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
            case GARBAGE -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE);
            case NO_ANSWER -> aResponse().withFault(Fault.EMPTY_RESPONSE);
            case RESET -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            case LATE -> Answers.json(good).withFixedDelay(Answers.BEYOND_DEADLINE);
            case DRIPPING -> Answers.json(good).withChunkedDribbleDelay(50, Answers.BEYOND_DEADLINE);
            case TOO_LARGE -> Answers.json(Answers.padded(good, endpoint.cap() + 1));
            case INFLATED -> Answers.gzip(Answers.padded(good, endpoint.cap() + 1));
            case BROKEN_GZIP -> Answers.json(good).withHeader("Content-Encoding", "gzip");
            case OTHER_ENCODING -> Answers.json(good).withHeader("Content-Encoding", "br");
            case NO_JSON -> Answers.json("access_token=zq7&expires=5108");
            case CUT_JSON -> Answers.json(half(good));
            case TRAILING_TEXT -> Answers.json(good + " zq7");
            case NAME_TWICE -> Answers.json("{\"zq7\":1,\"zq7\":2," + good.substring(1));
            case TOO_DEEP -> Answers.json(Answers.nested(good, 33));
            case ARRAY -> Answers.json("[" + good + "]");
            case FALSE -> Answers.json("false");
            case EMPTY_OBJECT -> Answers.json("{}");
        };
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }

    private static String elsewhere() {
        return Stage.ELSEWHERE + "?" + Secrets.ALL.replace(' ', '&');
    }

    /** Whether the answer is waited for in vain. */
    boolean isLate() {
        return this == LATE || this == DRIPPING;
    }

    /** The stable code of the refusal. */
    String code(Endpoint endpoint) {
        return code.isEmpty() ? unreadable(endpoint) : code;
    }

    /** A profile that is whole is for the login processor to refuse, which says more of it. */
    private String unreadable(Endpoint endpoint) {
        if (endpoint != Endpoint.FACEBOOK_PROFILE) {
            return endpoint.unreadable();
        }
        return switch (this) {
            case FALSE -> "provider_error";
            case EMPTY_OBJECT -> "missing_subject";
            case TOO_DEEP -> "claims_too_deep";
            default -> endpoint.unreadable();
        };
    }

    /**
     * How often the provider is asked: what may be repeated is repeated once where that may help, by us or, where there
     * was no answer at all, by the JDK's client.
     */
    int sendings(Endpoint endpoint) {
        boolean repeated =
                this == NO_ANSWER || this == RESET || code.equals("http_server_error") || code.equals("http_truncated");
        return repeated && !endpoint.takesPosts() ? 2 : 1;
    }

    private static ResponseDefinitionBuilder error(int status) {
        return Answers.json("{\"error\":\"invalid_request\",\"error_description\":\"" + Secrets.ALL + "\"}")
                .withStatus(status);
    }

    private static ResponseDefinitionBuilder page(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html; charset=UTF-8")
                .withBody("<!DOCTYPE html><html><title>Error " + status + "</title><p>" + Secrets.ALL + "</html>");
    }
}
