package dev.onoma.testkit.provider;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.RefusedClaims;
import dev.onoma.testkit.fixture.Fixture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A provider and one fixture of it, to see what the provider makes of the fixture's documents when they change. */
public final class Trial {
    /** A subject that no fixture has. */
    static final String FRESH_SUBJECT = "contract-subject-4711";

    private final Fixture fixture;
    private final Supplier<Connection.Builder> preset;
    private final Evidence evidence;
    private final Function<Claims, Claims> received;
    private final Optional<String> subjectSpace;

    /**
     * A trial.
     *
     * @param preset the provider's connection, anew at each call
     * @param evidence what a fixture's {@code document} is
     * @param received what stands between the provider's documents and the library
     * @param subjectSpace the claim that names the space of the subject, if any
     */
    public Trial(
            Fixture fixture,
            Supplier<Connection.Builder> preset,
            Evidence evidence,
            Function<Claims, Claims> received,
            Optional<String> subjectSpace) {
        this.fixture = fixture;
        this.preset = preset;
        this.evidence = evidence;
        this.received = received;
        this.subjectSpace = subjectSpace;
    }

    /** The fixture. */
    public Fixture fixture() {
        return fixture;
    }

    /**
     * Tries a rule.
     *
     * @throws AssertionError when it is broken; the message has how each root attribute of the fixture came about
     */
    public void keeps(Consumer<Trial> rule) {
        try {
            rule.accept(this);
        } catch (AssertionError broken) {
            String how = normalize() instanceof NormalizedProfile profile
                    ? "\nThe fixture " + fixture.name() + ", as it is, is mapped like this:\n" + profile.explain()
                    : "";
            throw new AssertionError(broken.getMessage() + how, broken);
        }
    }

    Connection.Builder preset() {
        return preset.get();
    }

    Connection connection() {
        return fixture.connection(preset.get());
    }

    /** The claims after a change to each of the documents. */
    Claims claims(UnaryOperator<JsonObject> change) {
        return received.apply(fixture.claims(evidence, change));
    }

    Claims received(Claims claims) {
        return received.apply(claims);
    }

    /** What comes of the documents as they are. */
    public Normalization normalize() {
        return normalize(object -> object);
    }

    Normalization normalize(UnaryOperator<JsonObject> change) {
        return connection().normalize(claims(change));
    }

    /** The profile of the documents as they are. */
    public NormalizedProfile profile() {
        return profile(object -> object);
    }

    NormalizedProfile profile(UnaryOperator<JsonObject> change) {
        Normalization normalization = normalize(change);
        if (normalization instanceof RefusedClaims refused) {
            throw new AssertionError("fixture " + fixture.name() + " must give a profile, but is refused: "
                    + refused.refusal().code().code() + " (" + refused.refusal().message() + ")");
        }
        return (NormalizedProfile) normalization;
    }

    /** The documents that are objects. */
    List<JsonObject> objects() {
        return fixture.documents().stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /** The names of all claims at the top level. */
    Set<String> topLevel() {
        Set<String> names = new LinkedHashSet<>();
        objects().forEach(object -> names.addAll(object.names()));
        return names;
    }

    Set<Place> leaves() {
        Set<Place> leaves = new LinkedHashSet<>();
        objects().forEach(object -> leaves.addAll(Place.leavesOf(object)));
        return leaves;
    }

    /** The places that the subject comes from: what it follows, and what it would follow if that were not there. */
    List<Place> subjectPlaces() {
        List<Place> found = new ArrayList<>();
        Optional<Place> next = subjectPlace(object -> object);
        while (next.isPresent()) {
            found.add(next.get());
            next = subjectPlace(object -> without(object, found));
        }
        return found;
    }

    /** Whether a claim is not about the person, but names the space that the subject is unique in. */
    boolean namesSubjectSpace(String claim) {
        return subjectSpace.equals(Optional.of(claim));
    }

    /** The identity's subject where the claims have this one: the same, or followed by its space. */
    String withSpace(String subject) {
        String whole = profile().subject();
        return subjectSpace.isPresent() ? subject + whole.substring(whole.lastIndexOf('.')) : subject;
    }

    private Optional<Place> subjectPlace(UnaryOperator<JsonObject> before) {
        return leaves().stream()
                .filter(place -> normalize(object -> place.replace(before.apply(object), new JsonString(FRESH_SUBJECT)))
                                instanceof NormalizedProfile profile
                        && profile.subject().equals(withSpace(FRESH_SUBJECT)))
                .findFirst();
    }

    /** The place that an attribute's value comes from; empty when it is not a text that is taken as it is. */
    Optional<Place> placeOf(RootAttribute attribute, String otherValue) {
        return leaves().stream()
                .filter(place -> normalize(object -> place.replace(object, new JsonString(otherValue)))
                                instanceof NormalizedProfile profile
                        && profile.text(attribute).equals(Optional.of(otherValue)))
                .findFirst();
    }

    static JsonObject without(JsonObject object, Iterable<Place> places) {
        JsonObject rest = object;
        for (Place place : places) {
            rest = place.remove(rest);
        }
        return rest;
    }

    /** The object with one claim set, where it has it. */
    static JsonObject replacing(JsonObject object, String claim, JsonValue value) {
        return object.has(claim) ? object.with(claim, value) : object;
    }
}
