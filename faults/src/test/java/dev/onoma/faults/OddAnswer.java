package dev.onoma.faults;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What a provider answers that looks unusual, keeps within every limit, and must keep nobody out. */
enum OddAnswer {
    AS_TEXT("the good answer, called text"),
    AS_SCRIPT("the good answer, called a script"),
    COMPRESSED("the good answer in gzip"),
    AS_LARGE_AS_MAY_BE("exactly as many bytes as it may have"),
    INFLATED_AS_LARGE_AS_MAY_BE("gzip with exactly as many bytes as it may have when inflated"),
    IN_PIECES("the good answer in five pieces"),
    AS_DEEP_AS_MAY_BE("the good answer with 32 levels"),
    MORE_MEMBERS("the good answer with members that nobody knows");

    private final String sentence;

    OddAnswer(String sentence) {
        this.sentence = sentence;
    }

    /** Every odd answer at each of these endpoints. */
    static Stream<Arguments> at(Endpoint... endpoints) {
        return Arrays.stream(endpoints)
                .flatMap(endpoint -> Arrays.stream(values())
                        .map(odd -> argumentSet(endpoint + " answers " + odd.sentence, endpoint, odd)));
    }

    ResponseDefinitionBuilder inPlaceOf(String good, Endpoint endpoint) {
        return switch (this) {
            case AS_TEXT -> Answers.json(good).withHeader("Content-Type", "text/plain; charset=UTF-8");
            case AS_SCRIPT -> Answers.json(good).withHeader("Content-Type", "text/javascript; charset=UTF-8");
            case COMPRESSED -> Answers.gzip(good);
            case AS_LARGE_AS_MAY_BE -> Answers.json(Answers.padded(good, endpoint.cap()));
            case INFLATED_AS_LARGE_AS_MAY_BE -> Answers.gzip(Answers.padded(good, endpoint.cap()));
            case IN_PIECES -> Answers.json(good).withChunkedDribbleDelay(5, 10);
            case AS_DEEP_AS_MAY_BE -> Answers.json(Answers.nested(good, 32));
            case MORE_MEMBERS -> Answers.json("{\"kind\":\"zq7\",\"extensions\":{\"of\":[1,2,3]}," + good.substring(1));
        };
    }
}
