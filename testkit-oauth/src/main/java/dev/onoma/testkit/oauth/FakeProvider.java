package dev.onoma.testkit.oauth;

import static java.util.Objects.requireNonNull;

import dev.onoma.testkit.oauth.http.Answer;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.Fault;
import dev.onoma.testkit.oauth.http.Gate;
import dev.onoma.testkit.oauth.http.LoopbackServer;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * An identity provider on 127.0.0.1, for tests and demonstrations. It knows one client and some persons, redeems each
 * code once, remembers what it was asked, and breaks rules when told to. Thread-safe.
 */
public abstract sealed class FakeProvider implements AutoCloseable permits FakeIssuer, FakeFacebook, FakeOAuth {
    final Clock clock;
    final Grants grants = new Grants();
    private final String clientId;
    private final String clientSecret;
    private final List<Person> persons = new CopyOnWriteArrayList<>();
    private final Predicate<String> secretCheck;
    private volatile Map<String, String> besideCodes = Map.of();
    private volatile Set<Misbehaviour> active = Set.of();

    FakeProvider(ProviderBuilder<?> settings) {
        clock = settings.clock;
        clientId = settings.clientId;
        clientSecret = settings.clientSecret;
        secretCheck = settings.secretCheck;
    }

    /** Whether it is a client's secret: the one that is registered, or one by the rule of those that change. */
    boolean isSecret(String secret) {
        return secretCheck.test(secret);
    }

    abstract LoopbackServer server();

    /** Whether this provider has the part in which a misbehaviour shows. */
    abstract boolean canShow(Misbehaviour misbehaviour);

    /** The address of an endpoint. */
    public abstract URI uri(Endpoint endpoint);

    /** The id of the client that is registered. */
    public String clientId() {
        return clientId;
    }

    /** The secret of the client that is registered. */
    public String clientSecret() {
        return clientSecret;
    }

    /** Adds a person, in place of an earlier one of the same subject; from now on it is this one who signs in. */
    public void person(Person person) {
        requireNonNull(person, "person");
        persons.removeIf(other -> other.subject().equals(person.subject()));
        persons.add(person);
    }

    /**
     * Sends these parameters beside each code from now on, in place of earlier ones: what a provider says through the
     * browser, unsigned.
     */
    public void sendBesideCodes(Map<String, String> parameters) {
        besideCodes = Map.copyOf(parameters);
    }

    Map<String, String> besideCodes() {
        return besideCodes;
    }

    /** The persons with an account here, the one who signs in last. */
    public List<Person> persons() {
        return List.copyOf(persons);
    }

    /** Where a person's picture is: an image of the initial. */
    public URI pictureOf(Person person) {
        return server().uri(IssuerPaths.picture(person));
    }

    /** Whose access token the request bears in its header (RFC 6750, section 2.1). */
    Optional<Person> bearer(RecordedRequest request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .flatMap(header -> grants.holder(header.substring("Bearer ".length())));
    }

    Answer picture(RecordedRequest request) {
        return persons.stream()
                .filter(person -> IssuerPaths.picture(person).equals(request.path()))
                .findFirst()
                .map(Portrait::of)
                .orElseGet(Portrait::none);
    }

    /**
     * Breaks these rules, and no others, until told otherwise.
     *
     * @throws IllegalArgumentException when this provider has no part in which one of them would show
     */
    public void misbehave(Misbehaviour... misbehaviours) {
        for (Misbehaviour misbehaviour : misbehaviours) {
            if (!canShow(misbehaviour)) {
                throw new IllegalArgumentException("this provider has no part in which " + misbehaviour + " shows");
            }
        }
        EnumSet<Misbehaviour> set = EnumSet.noneOf(Misbehaviour.class);
        set.addAll(Arrays.asList(misbehaviours));
        active = Collections.unmodifiableSet(set);
    }

    /** Breaks no rule and no answer any more. */
    public void behave() {
        active = Set.of();
        server().disturbances().clear();
    }

    /** The rules that are broken now. */
    Set<Misbehaviour> active() {
        return active;
    }

    boolean does(Misbehaviour misbehaviour) {
        return active.contains(misbehaviour);
    }

    /** Breaks all answers of an endpoint until {@link #behave()}. */
    public void fault(Endpoint endpoint, Fault fault) {
        fault(endpoint, fault, Integer.MAX_VALUE);
    }

    /** Breaks so many answers of an endpoint, from the next one on. */
    public void fault(Endpoint endpoint, Fault fault, int times) {
        server().disturbances().fault(requireNonNull(endpoint, "endpoint"), requireNonNull(fault, "fault"), times);
    }

    /** Holds the requests to an endpoint until the gate is opened. */
    public Gate hold(Endpoint endpoint) {
        return server().disturbances().hold(requireNonNull(endpoint, "endpoint"));
    }

    /** All requests so far, in the order they arrived. */
    public List<RecordedRequest> requests() {
        return server().requests();
    }

    /** The requests to an endpoint so far. */
    public List<RecordedRequest> requests(Endpoint endpoint) {
        return requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .toList();
    }

    /** How many requests there were for a path, as it was sent. */
    public int requests(String path) {
        return (int) requests().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }

    /** How often a code was sent to be redeemed, whether or not it was. */
    public int redemptions(String code) {
        return grants.redemptions(code);
    }

    /** Forgets the requests so far; what codes and tokens stand for is not forgotten. */
    public void forgetRequests() {
        server().forgetRequests();
    }

    /** Stops at once. */
    @Override
    public void close() {
        server().close();
    }

    /** Prints the address and how many requests there were. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + server().uri("/") + ", "
                + requests().size() + " requests]";
    }
}
