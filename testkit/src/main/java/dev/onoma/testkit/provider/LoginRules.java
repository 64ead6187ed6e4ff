package dev.onoma.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.RefusedClaims;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.testkit.TestClock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What holds of every provider's logins. */
public final class LoginRules {
    /** Shorter values turn up in any message by chance. */
    private static final int SHORTEST_VALUE = 5;

    private LoginRules() {}

    /** S10: the second login with the same claims changes nothing but the counters. */
    public static void areIdempotent(Trial trial) {
        LoginProcessor logins = processor(trial.connection());
        Login login = login(trial, object -> object);
        LoginResult first = logins.login(login);
        LoginResult second = logins.login(login);
        assertThat(accepted(first).outcome()).as("outcome of the first login").isEqualTo(LoginOutcome.CREATED);
        assertThat(accepted(second).outcome()).as("outcome of the second login").isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(second.orElseThrow().sameProfile(first.orElseThrow()))
                .as("whether the user stays the same")
                .isTrue();
    }

    /** M7: claims that bear the names of protected fields leave a new user as unprivileged as any other. */
    public static void grantNothing(Trial trial) {
        Connection connection = trial.connection();
        Set<String> present = trial.topLevel();
        List<String> added =
                List.of("user_id", "identities", "user_metadata", "app_metadata", "blocked", "roles").stream()
                        .filter(name -> !present.contains(name))
                        .toList();
        JsonObject admin = JsonObject.builder().put("admin", true).build();
        User user = processor(connection)
                .login(login(trial, object -> ClaimRules.with(object, added, admin)))
                .orElseThrow();
        IdentityKey key = new IdentityKey(connection.name(), trial.profile().subject());
        assertThat(user.id())
                .as("user_id")
                .isEqualTo(UserId.from(connection.provider().name(), key));
        assertThat(user.identities()).as("identities").hasSize(1);
        assertThat(user.primaryIdentity().key()).as("key of the identity").isEqualTo(key);
        assertThat(user.userMetadata()).as("user_metadata").isEqualTo(JsonObject.EMPTY);
        assertThat(user.appMetadata()).as("app_metadata").isEqualTo(JsonObject.EMPTY);
        assertThat(user.isBlocked()).as("blocked").isFalse();
    }

    /** M2: what is meant for logs names parts and problems, never what a person's claims hold. */
    public static void tellNoValues(Trial trial) {
        Set<String> values = values(trial);
        tellNone(values, texts(trial, object -> object));
        Set<String> marked = new HashSet<>(values);
        marked.add("4711.25");
        for (String claim : trial.topLevel()) {
            for (JsonValue value : ClaimRules.ANY_TYPE.values()) {
                tellNone(marked, texts(trial, object -> Trial.replacing(object, claim, value)));
            }
        }
    }

    private static void tellNone(Set<String> values, List<String> texts) {
        for (String text : texts) {
            for (String value : values) {
                assertThat(text).as("text for logs").doesNotContain(value);
            }
        }
    }

    private static List<String> texts(Trial trial, UnaryOperator<JsonObject> change) {
        List<String> texts = new ArrayList<>();
        Claims claims = trial.claims(change);
        texts.add(claims.toString());
        texts.add(login(trial, change).toString());
        Normalization normalization = trial.connection().normalize(claims);
        texts.add(normalization.toString());
        if (normalization instanceof RefusedClaims refused) {
            texts.add(refused.refusal().asException().toString());
        }
        if (normalization instanceof NormalizedProfile profile) {
            profile.warnings().forEach(warning -> texts.add(warning.toString()));
            texts.add(profile.explain().toString());
            texts.add(profile.explain().toJson().toJson());
        }
        LoginResult result = processor(trial.connection()).login(login(trial, change));
        texts.add(result.toString());
        result.refusal().map(Refusal::message).ifPresent(texts::add);
        result.user().map(User::toString).ifPresent(texts::add);
        return texts;
    }

    /** What the documents hold, but for words that are names as well. */
    private static Set<String> values(Trial trial) {
        Set<String> names = new HashSet<>(Set.of("string", "number", "boolean", "object", "array", "true", "false"));
        Set<String> values = new HashSet<>();
        for (JsonObject object : trial.objects()) {
            for (Place place : Place.leavesOf(object)) {
                names.addAll(place.steps());
            }
            collect(object, values);
        }
        values.removeIf(value -> value.length() < SHORTEST_VALUE || names.contains(value));
        return values;
    }

    private static void collect(JsonValue value, Set<String> values) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> collect(member, values));
        } else if (value instanceof JsonArray array) {
            array.elements().forEach(element -> collect(element, values));
        } else if (value instanceof JsonString string) {
            values.add(string.value());
        } else if (value instanceof JsonNumber number) {
            values.add(number.text());
        }
    }

    private static LoginProcessor processor(Connection connection) {
        return LoginProcessor.builder(new InMemoryUserStore())
                .connection(connection)
                .clock(TestClock.fixed())
                .build();
    }

    private static Login login(Trial trial, UnaryOperator<JsonObject> change) {
        return Login.of(trial.connection().name(), trial.claims(change));
    }

    private static LoginResult.Accepted accepted(LoginResult result) {
        assertThat(result).isInstanceOf(LoginResult.Accepted.class);
        return (LoginResult.Accepted) result;
    }
}
