package dev.onoma.core.sync;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

@Label("Whatever happens to a user")
class SyncPropertiesTest {
    /** Few values, so that equal ones and other spellings of one address meet often. */
    private static final Map<RootAttribute, List<String>> VALUES = Map.of(
            RootAttribute.NAME, List.of("Ada", "Ada Lovelace", "ada"),
            RootAttribute.GIVEN_NAME, List.of("Ada", "Augusta"),
            RootAttribute.FAMILY_NAME, List.of("Lovelace", "King"),
            RootAttribute.NICKNAME, List.of("ada", "al", "Ada"),
            RootAttribute.PICTURE, List.of("https://example.org/a.png", "https://example.org/b.png"),
            RootAttribute.EMAIL, List.of("ada@example.org", "Ada@Example.org", "al@example.org"),
            RootAttribute.USERNAME, List.of("ada", "Ada"),
            RootAttribute.PHONE_NUMBER, List.of("+491", "+492"));

    /** A step of a user's life, with words for the report of a failure. */
    private record Step(String words, Consumer<Scenario> action) {
        @Override
        public String toString() {
            return words;
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Label("S1 S2 S3 S4 S6 S8 S10: every login keeps the rules, equals its preview, and is idempotent")
    void rulesAreKept(@ForAll("lives") List<Step> steps) {
        Scenario scenario = new Scenario();
        steps.forEach(step -> step.action().accept(scenario));
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Arbitraries.frequencyOf(Tuple.of(4, logins()), Tuple.of(3, edits()), Tuple.of(2, configurations()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    private static Arbitrary<Step> logins() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(4, "social"), Tuple.of(1, "company")),
                        claims(),
                        Arbitraries.of(true, false))
                .as((connection, claims, consulted) -> new Step(
                        "login through " + connection + " with " + claims.toJson()
                                + (consulted ? "" : ", not all asked"),
                        scenario -> scenario.login(connection, claims, consulted)));
    }

    private static Arbitrary<JsonObject> claims() {
        List<Arbitrary<Optional<JsonValue>>> members = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (RootAttribute attribute : RootAttribute.ALL) {
            names.add(attribute.fieldName());
            members.add(states(VALUES.get(attribute)));
            attribute.flagName().ifPresent(flag -> {
                names.add(flag);
                members.add(states(List.of(true, false, "TRUE")));
            });
        }
        return Combinators.combine(members).as(values -> {
            JsonObject.Builder claims = JsonObject.builder();
            for (int i = 0; i < values.size(); i++) {
                String name = names.get(i);
                values.get(i).ifPresent(value -> claims.put(name, value));
            }
            return claims.build();
        });
    }

    /** Absent, null, blank, of the wrong type, or a value. */
    private static Arbitrary<Optional<JsonValue>> states(List<?> values) {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Optional.<JsonValue>empty())),
                Tuple.of(1, Arbitraries.of("null", "7", "\" \"", "{}").map(text -> Optional.of(JsonValue.parse(text)))),
                Tuple.of(4, Arbitraries.of(values).map(value -> Optional.of(JsonValue.from(value)))));
    }

    private static Arbitrary<Step> edits() {
        return Combinators.combine(Arbitraries.of(RootAttribute.class), Arbitraries.of(true, false))
                .flatAs((attribute, byUser) -> Arbitraries.of(VALUES.get(attribute))
                        .optional(0.7)
                        .map(text -> new Step(
                                (byUser ? "user" : "administrator") + " sets " + attribute + " to " + text,
                                scenario -> scenario.edit(byUser, attribute, text))));
    }

    private static Arbitrary<Step> configurations() {
        return Combinators.combine(
                        Arbitraries.of(SyncPolicy.ON_EACH_LOGIN, SyncPolicy.ON_FIRST_LOGIN, SyncPolicy.NEVER_ON_LOGIN),
                        Arbitraries.maps(Arbitraries.of(RootAttribute.class), Arbitraries.of(SyncRule.class)),
                        Arbitraries.of(RootAttribute.class).set(),
                        Arbitraries.of(RootAttribute.class).set())
                .as((mode, overrides, onNull, onAbsent) -> {
                    SyncPolicy policy = mode;
                    for (Map.Entry<RootAttribute, SyncRule> override : overrides.entrySet()) {
                        policy = policy.override(override.getKey(), override.getValue());
                    }
                    for (RootAttribute attribute : onNull) {
                        policy = policy.clearOnNull(attribute);
                    }
                    for (RootAttribute attribute : onAbsent) {
                        policy = attribute == RootAttribute.EMAIL ? policy : policy.clearOnAbsent(attribute);
                    }
                    SyncPolicy chosen = policy;
                    return new Step("policy " + chosen, scenario -> scenario.configure(chosen));
                });
    }
}
