package dev.onoma.testkit;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.claims.ClaimSource;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Conversion;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import dev.onoma.testkit.fixture.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the contract of providers finds out a provider that")
class BrokenProvidersTest {
    private static void failsExactly(Class<? extends ProviderContract> broken, String... tests) {
        assertThat(ContractRun.failuresOf(broken)).containsExactlyInAnyOrder(tests);
    }

    /** A provider that is right, for others to break in one place. */
    abstract static class Broken extends ProviderContract {
        Provider.Builder table() {
            return Provider.named("broken").openIdConnect().subject("sub").errorDocument(Broken::isError);
        }

        static boolean isError(JsonValue document) {
            return document instanceof JsonObject object && object.has("error");
        }

        @Override
        protected Connection.Builder connection(String name) {
            return Connection.of(
                    name,
                    table().attribute(NAME, "name")
                            .email("email", Flag.claim("email_verified"))
                            .build());
        }

        @Override
        protected List<Fixture> fixtures() {
            return List.of(Fixture.parse("profile.json", """
                            {"about": "A profile.", "source": "https://idp.example.com/userinfo",
                             "document": {"sub": "248289761001", "name": "Jane Doe", "locale": "en-US",
                                          "email": "jane.doe@example.com", "email_verified": true},
                             "expected": {"subject": "248289761001",
                                          "root": {"name": "Jane Doe", "nickname": "jane.doe",
                                                   "email": "jane.doe@example.com", "email_verified": true},
                                          "derived": ["nickname"],
                                          "profileData": {"sub": "248289761001", "name": "Jane Doe",
                                                          "locale": "en-US", "email": "jane.doe@example.com",
                                                          "email_verified": true},
                                          "warnings": []}}
                            """), Fixture.parse("error.json", """
                            {"about": "An error.", "source": "https://idp.example.com/userinfo",
                             "document": {"error": "invalid_token"}, "expected": {"error": "provider_error"}}
                            """));
        }

        /** The claims, each source changed. */
        static Claims changed(Claims claims, UnaryOperator<JsonObject> change) {
            return claims.sources().stream()
                    .map(source -> Claims.of(change.apply(source.object().orElseThrow()), source.evidence()))
                    .reduce(Claims::and)
                    .orElse(claims);
        }
    }

    static class Whole extends Broken {}

    @Test
    @DisplayName("is not broken: it has nothing to say")
    void whole() {
        failsExactly(Whole.class);
    }

    static class AddressAsSubject extends Broken {
        @Override
        Provider.Builder table() {
            return super.table().subject("email");
        }
    }

    @Test
    @DisplayName("takes the address for the subject")
    void addressAsSubject() {
        failsExactly(
                AddressAsSubject.class,
                "M1: the subject comes from a stable id, not from an address, a user name or a name",
                "M4: an address and its verified flag come from one source",
                "each fixture gives what it expects");
    }

    static class AddressInsteadOfSubject extends Broken {
        @Override
        Provider.Builder table() {
            return super.table().subject("sub | email");
        }
    }

    @Test
    @DisplayName("takes the address where there is no subject")
    void addressInsteadOfSubject() {
        failsExactly(
                AddressInsteadOfSubject.class,
                "M1: the subject comes from a stable id, not from an address, a user name or a name");
    }

    static class TrimsSubjects extends Broken {
        @Override
        protected Claims received(Claims claims) {
            return changed(
                    claims,
                    object -> object.get("sub").orElse(JsonNull.NULL) instanceof JsonString text
                            ? object.with("sub", new JsonString(text.value().strip()))
                            : object);
        }
    }

    @Test
    @DisplayName("trims subjects")
    void trimsSubjects() {
        failsExactly(
                TrimsSubjects.class,
                "M1: nothing stands in for a missing subject, and an unusable one is not repaired");
    }

    static class StandsIn extends Broken {
        @Override
        protected Claims received(Claims claims) {
            return changed(
                    claims,
                    object -> object.has("error")
                                    || object.get("sub")
                                            .filter(sub -> sub != JsonNull.NULL)
                                            .isPresent()
                            ? object
                            : object.with("sub", new JsonString("anonymous")));
        }
    }

    @Test
    @DisplayName("makes a subject of nothing")
    void standsIn() {
        failsExactly(
                StandsIn.class, "M1: nothing stands in for a missing subject, and an unusable one is not repaired");
    }

    static class CountsInDoubles extends Broken {
        @Override
        protected Claims received(Claims claims) {
            return changed(
                    claims,
                    object -> object.get("sub").orElse(JsonNull.NULL) instanceof JsonNumber number
                            ? object.with(
                                    "sub", JsonNumber.of((long) number.decimal().doubleValue()))
                            : object);
        }
    }

    @Test
    @DisplayName("takes numbers for doubles")
    void countsInDoubles() {
        failsExactly(
                CountsInDoubles.class,
                "M1: an acceptable subject is kept exactly, digit by digit",
                "M1: nothing stands in for a missing subject, and an unusable one is not repaired");
    }

    static class MergesSources extends Broken {
        @Override
        protected Claims received(Claims claims) {
            JsonObject.Builder merged = JsonObject.builder();
            for (ClaimSource source : claims.sources()) {
                source.object().orElseThrow().forEach(merged::add);
            }
            return Claims.of(merged.build(), Evidence.USERINFO_RESPONSE);
        }
    }

    @Test
    @DisplayName("takes one source's flag for another's address")
    void mergesSources() {
        failsExactly(
                MergesSources.class,
                "M4: an address and its verified flag come from one source",
                "M5: two sources that speak of two subjects are refused");
    }

    static class SwallowsErrors extends Broken {
        @Override
        protected Claims received(Claims claims) {
            return changed(
                    claims,
                    object -> object.has("error")
                            ? JsonObject.builder().put("sub", "0").build()
                            : object);
        }
    }

    @Test
    @DisplayName("swallows errors")
    void swallowsErrors() {
        failsExactly(SwallowsErrors.class, "each fixture gives what it expects");
    }

    static class QuotesValues extends Broken {
        @Override
        Provider.Builder table() {
            return super.table().attribute(NICKNAME, "locale", value -> Conversion.unreadable("no " + value.toJson()));
        }
    }

    @Test
    @DisplayName("quotes values in warnings")
    void quotesValues() {
        failsExactly(
                QuotesValues.class,
                "M2: no message, warning or toString tells a value of the claims",
                "each fixture gives what it expects");
    }

    static class MakesTextOfAnything extends Broken {
        @Override
        Provider.Builder table() {
            return super.table()
                    .attribute(
                            NAME,
                            "name",
                            value -> Conversion.text(value instanceof JsonString text ? text.value() : value.toJson()));
        }
    }

    @Test
    @DisplayName("makes text of anything")
    void makesTextOfAnything() {
        failsExactly(
                MakesTextOfAnything.class, "M2: a claim of another type refuses no login, and no text is made of it");
    }

    static class Throws extends Broken {
        @Override
        Provider.Builder table() {
            return super.table().attribute(NAME, "name", value -> Conversion.text(((JsonString) value).value()));
        }
    }

    @Test
    @DisplayName("throws for a claim of another type")
    void throwsUp() {
        failsExactly(
                Throws.class,
                "M2: a claim of another type refuses no login, and no text is made of it",
                "M2: no message, warning or toString tells a value of the claims");
    }

    static class ReadsOurFields extends Broken {
        @Override
        Provider.Builder table() {
            return super.table().attribute(NICKNAME, "roles");
        }
    }

    @Test
    @DisplayName("maps a claim named like a field of a user")
    void readsOurFields() {
        failsExactly(ReadsOurFields.class, "M7: a claim writes no field of a user by bearing its name");
    }

    static class ReadsTheProtocol extends Broken {
        @Override
        Provider.Builder table() {
            return super.table().attribute(NICKNAME, "jti");
        }
    }

    @Test
    @DisplayName("maps a claim of the protocol")
    void readsTheProtocol() {
        failsExactly(
                ReadsTheProtocol.class, "M9: over OpenID Connect, iat, exp, nonce, at_hash and jti change nothing");
    }

    static class Remembers extends Broken {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        Provider.Builder table() {
            return super.table().attribute(NICKNAME, "locale", value -> Conversion.text("n" + calls.incrementAndGet()));
        }
    }

    @Test
    @DisplayName("remembers what came before")
    void remembers() {
        failsExactly(
                Remembers.class,
                "M7: a claim writes no field of a user by bearing its name",
                "M9: over OpenID Connect, iat, exp, nonce, at_hash and jti change nothing",
                "S10: the same claims give the same profile, whatever came before",
                "S10: the second login with the same claims changes nothing but the counters",
                "each fixture gives what it expects");
    }

    static class SaysNothingNew extends Broken {
        @Override
        protected List<Fixture> fixtures() {
            List<Fixture> fixtures = new ArrayList<>();
            super.fixtures().stream().skip(1).forEach(fixtures::add);
            fixtures.add(Fixture.parse("heard.json", """
                    {"about": "Hearsay.", "source": "http://idp.example.com/",
                     "document": {"error": "invalid_token"}, "expected": {"error": "provider_error"}}
                    """));
            return fixtures;
        }
    }

    @Test
    @DisplayName("has fixtures that show nothing, and come from nowhere")
    void saysNothingNew() {
        failsExactly(
                SaysNothingNew.class,
                "each fixture names the https address of its source",
                "some fixture gives a profile, and each says what it shows in words of its own");
    }

    static class MakesTextOfNumbers extends Broken {
        @Override
        protected Connection.Builder connection(String name) {
            return Connection.of(
                    name,
                    table().attribute(NICKNAME, "locale", value -> Conversion.text(value.toJson()))
                            .build());
        }
    }

    @Test
    @DisplayName("breaks a fixture or a rule, and says how its root attributes came about")
    void explains() {
        List<String> messages = ContractRun.messagesOf(MakesTextOfNumbers.class);

        assertThat(messages)
                .anySatisfy(message -> assertThat(message)
                        .startsWith("fixture profile.json (A profile.)\n")
                        .contains("\n    nickname: locale of userinfo_response\n"))
                .anySatisfy(message -> assertThat(message)
                        .contains("[nickname when locale is of type ")
                        .contains("\nThe fixture profile.json, as it is, is mapped like this:\n")
                        .contains("\nnickname: locale of userinfo_response\n"));
    }
}
