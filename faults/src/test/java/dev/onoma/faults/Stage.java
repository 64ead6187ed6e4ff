package dev.onoma.faults;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.http.ProviderHttp;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.testkit.TestClock;
import java.io.Closeable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * An application that is nothing but a login, the provider that WireMock plays for it, and all that can be seen of both:
 * what the provider was asked, what the store holds, and what was said to any logger.
 */
final class Stage implements Closeable {
    /** Where redirects lead, and nobody goes. */
    static final String ELSEWHERE = "/elsewhere";

    private static final Journal JOURNAL = new Journal();

    /** One for all tests: it takes longer to start than a login. */
    private static final WireMockServer PROVIDER = new WireMockServer(
            options().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true).extensions(JOURNAL));

    private static final ProviderHttp HTTP = ProviderHttp.standard();
    private static final ProviderHttp IMPATIENT_HTTP = ProviderHttp.builder()
            .limits(OAuthLimits.STANDARD.with(OAuthLimit.CALL_MILLIS, Answers.DEADLINE))
            .build();

    static {
        PROVIDER.start();
    }

    final TestClock clock = TestClock.fixed();
    private final InMemoryUserStore store = new InMemoryUserStore();
    private final LoginProcessor processor;
    private final Map<Endpoint, String> good = new EnumMap<>(Endpoint.class);
    private final Set<String> late = ConcurrentHashMap.newKeySet();
    private final List<String> secrets = new ArrayList<>();
    private final Overheard overheard = new Overheard();
    private List<User> before = List.of();

    Stage(Connection connection) {
        PROVIDER.resetAll();
        JOURNAL.forget();
        this.processor = LoginProcessor.builder(store)
                .connection(connection)
                .clock(clock)
                .build();
    }

    static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + PROVIDER.port() + path);
    }

    static URI uri(Endpoint endpoint) {
        return uri(endpoint.path());
    }

    /** Standard limits; only a call that is never answered in time is not waited for so long. */
    Environment environment() {
        return Environment.standard()
                .clock(clock)
                .http(call -> (late.contains(call.uri().getPath()) ? IMPATIENT_HTTP : HTTP).send(call));
    }

    LoginFlow flow(LoginClient client) {
        return LoginFlow.builder(processor, TransactionKey.random())
                .client(client)
                .clock(clock)
                .build();
    }

    /** Somebody has logged in before, and now has other claims. */
    void knows(String connection, Claims claims) {
        assertThat(processor.login(Login.of(connection, claims)).user()).isPresent();
        before = users();
    }

    /** The provider gives this answer at an endpoint to whoever asks as it wants to be asked. */
    void plays(Endpoint endpoint, UnaryOperator<MappingBuilder> asked, String answer) {
        good.put(endpoint, answer);
        PROVIDER.stubFor(asked.apply(request(endpoint.method(), urlPathEqualTo(endpoint.path())))
                .atPriority(5)
                .willReturn(Answers.json(answer)));
    }

    /** To whoever asks otherwise. */
    void playsElse(Endpoint endpoint, ResponseDefinitionBuilder refusal) {
        PROVIDER.stubFor(any(urlPathEqualTo(endpoint.path())).atPriority(9).willReturn(refusal));
    }

    /** From now on the provider gives this answer at an endpoint, whatever it is asked. */
    void answers(Endpoint endpoint, ResponseDefinitionBuilder answer) {
        PROVIDER.stubFor(any(urlPathEqualTo(endpoint.path())).atPriority(1).willReturn(answer));
    }

    void answers(Endpoint endpoint, BadAnswer bad) {
        if (bad.isLate()) {
            late.add(endpoint.path());
        }
        PROVIDER.stubFor(any(urlPathEqualTo(ELSEWHERE)).willReturn(Answers.json(good.get(endpoint))));
        answers(endpoint, bad.inPlaceOf(good.get(endpoint), endpoint));
    }

    void answers(Endpoint endpoint, OddAnswer odd) {
        answers(endpoint, odd.inPlaceOf(good.get(endpoint), endpoint));
    }

    void answers(Endpoint endpoint, Instead other) {
        answers(endpoint, other.of(good.get(endpoint)));
    }

    String goodAnswer(Endpoint endpoint) {
        return good.get(endpoint);
    }

    void forgetRequests() {
        PROVIDER.resetRequests();
        JOURNAL.forget();
    }

    /** Nobody may read this, beside what bears the mark of a secret. */
    void keepsSecret(String... texts) {
        secrets.addAll(List.of(texts));
    }

    /** What the provider was asked, in order. */
    List<String> requests() {
        return journal().stream()
                .map(asked ->
                        asked.getMethod() + " " + URI.create(asked.getUrl()).getPath())
                .toList();
    }

    private static List<LoggedRequest> journal() {
        List<LoggedRequest> asked = new ArrayList<>();
        PROVIDER.getAllServeEvents().forEach(event -> asked.add(event.getRequest()));
        Collections.reverse(asked);
        return asked;
    }

    List<User> users() {
        return store.search(SearchRequest.builder().build()).users();
    }

    /** The four promises of every refusal. */
    void assertRefused(LoginAnswer answer, String code, List<Endpoint> asked) {
        assertThat(code(answer)).as("code").isEqualTo(code);
        assertThat(answer.user()).isEmpty();
        assertThat(answer.publicCode()).isPresent();
        JOURNAL.await(asked.size());
        assertThat(requests())
                .as("requests")
                .isEqualTo(asked.stream().map(Endpoint::request).toList());
        assertThat(users()).as("users").isEqualTo(before);
        assertSilent(answer);
    }

    private static String code(LoginAnswer answer) {
        if (answer instanceof LoginAnswer.Denied denied) {
            return denied.denial().code().code();
        }
        return ((LoginAnswer.Completed) answer)
                .result()
                .refusal()
                .map(refusal -> refusal.code().code())
                .orElse("accepted");
    }

    /** No secret was printed or logged, also not at the finest level; and somebody has listened. */
    void assertSilent(LoginAnswer answer) {
        List<String> lines = new ArrayList<>(overheard.lines());
        assertThat(lines).as("the JDK's own lines").anyMatch(line -> line.contains("HttpClient"));
        lines.add(answer.toString());
        if (answer instanceof LoginAnswer.Denied denied) {
            lines.add(denied.denial().toString());
            lines.add(denied.denial().message());
        } else {
            lines.add(((LoginAnswer.Completed) answer).result().toString());
        }
        List<String> all = new ArrayList<>(secrets);
        all.add(Secrets.MARK);
        journal().stream()
                .flatMap(asked -> asked.formParameters().entrySet().stream())
                .filter(parameter -> parameter.getKey().equals("code_verifier"))
                .forEach(parameter -> all.addAll(parameter.getValue().values()));
        assertThat(lines.stream()
                        .filter(line -> all.stream().anyMatch(line::contains))
                        .toList())
                .as("lines with secrets")
                .isEmpty();
    }

    @Override
    public void close() {
        overheard.close();
    }
}
