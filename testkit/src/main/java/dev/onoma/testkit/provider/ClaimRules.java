package dev.onoma.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.provider.NormalizedProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds of every provider's other claims. */
public final class ClaimRules {
    /** Fields of a user, and names that mean something to some language, which no provider means when it says them. */
    private static final List<String> OUR_FIELDS = List.of(
            "user_id",
            "identities",
            "user_metadata",
            "app_metadata",
            "blocked",
            "roles",
            "owners",
            "created_at",
            "updated_at",
            "last_login",
            "last_ip",
            "logins_count",
            "connection",
            "provider",
            "isSocial",
            "profileData",
            "tenant",
            "subject",
            "root",
            "__proto__",
            "constructor");

    private static final String ADDRESS = "contract.marker@example.org";
    private static final JsonNumber MARKER = JsonNumber.of("4711.25");

    /** A value of each type; none of those that hold the marker can be meant as a text. */
    static final Map<String, JsonValue> ANY_TYPE = Map.of(
            "number",
            MARKER,
            "array",
            JsonArray.of(MARKER),
            "object",
            JsonObject.builder().put("contract", MARKER).build(),
            "string",
            new JsonString("contract"),
            "boolean",
            JsonBoolean.TRUE,
            "null",
            JsonNull.NULL);

    private ClaimRules() {}

    /** M2: whatever type a claim has, the login is not refused for it, and no text is made of what is none. */
    public static void neverRefuseForTheirType(Trial trial) {
        String subject = trial.profile().subject();
        for (String claim : othersThanSubject(trial)) {
            NormalizedProfile absent = trial.profile(object -> object.without(claim));
            assertThat(absent.subject()).as("subject without %s", claim).isEqualTo(subject);
            ANY_TYPE.forEach((type, value) -> {
                NormalizedProfile profile = trial.profile(object -> Trial.replacing(object, claim, value));
                assertThat(profile.subject())
                        .as("subject when %s is of type %s", claim, type)
                        .isEqualTo(subject);
                for (RootAttribute attribute : RootAttribute.ALL) {
                    assertThat(profile.text(attribute).orElse(""))
                            .as("%s when %s is of type %s", attribute.fieldName(), claim, type)
                            .doesNotContain(MARKER.text());
                }
            });
        }
    }

    static Set<String> othersThanSubject(Trial trial) {
        Set<String> claims = new HashSet<>(trial.topLevel());
        trial.subjectPlaces().forEach(place -> claims.remove(place.root()));
        claims.removeIf(trial::namesSubjectSpace);
        return claims;
    }

    /** M4: the flag of one source says nothing about the address of another. */
    public static void pairComesFromOneSource(Trial trial) {
        Optional<Place> address = trial.placeOf(RootAttribute.EMAIL, ADDRESS);
        if (address.isEmpty()) {
            return;
        }
        Set<Place> others = new HashSet<>(trial.leaves());
        others.remove(address.get());
        trial.subjectPlaces().forEach(others::remove);
        others.removeIf(place -> trial.namesSubjectSpace(place.root()));
        JsonObject whole = trial.objects().get(0);
        JsonObject withFlag = address.get().remove(whole);
        JsonObject withAddress = Trial.without(address.get().replace(whole, new JsonString(ADDRESS)), others);
        Claims claims =
                Claims.of(withFlag, Evidence.VERIFIED_ID_TOKEN).and(Claims.of(withAddress, Evidence.USERINFO_RESPONSE));
        NormalizedProfile profile = trial.preset()
                .emailTrust(EmailTrust.fromClaim())
                .build()
                .normalize(trial.received(claims))
                .orElseThrow();
        if (profile.text(RootAttribute.EMAIL).equals(Optional.of(ADDRESS))) {
            assertThat(profile.isVerified(RootAttribute.EMAIL))
                    .as("email_verified, when only the other source has a flag")
                    .contains(false);
        }
    }

    /** M7: a claim writes no field of a user by bearing its name. */
    public static void writeNoFieldByName(Trial trial) {
        Set<String> present = trial.topLevel();
        List<String> added =
                OUR_FIELDS.stream().filter(name -> !present.contains(name)).toList();
        JsonObject before = trial.profile().toJson();
        for (JsonValue value : List.of(
                new JsonString("contract"),
                JsonBoolean.TRUE,
                JsonArray.of(JsonObject.builder().put("user_id", "contract").build()))) {
            JsonObject after =
                    trial.profile(object -> with(object, added, value)).toJson();
            JsonObject data = (JsonObject) after.get("profileData").orElseThrow();
            assertThat(Optional.<JsonValue>of(data.filter((name, unused) -> !added.contains(name))))
                    .as("profileData but for the claims named like our fields")
                    .isEqualTo(before.get("profileData"));
            for (String member : List.of("subject", "root", "derived", "warnings")) {
                assertThat(after.get(member).map(JsonValue::toJson))
                        .as(member)
                        .isEqualTo(before.get(member).map(JsonValue::toJson));
            }
        }
    }

    static JsonObject with(JsonObject object, List<String> names, JsonValue value) {
        JsonObject more = object;
        for (String name : names) {
            more = more.with(name, value);
        }
        return more;
    }

    /** M9: at each login an OpenID Connect token has other times, nonces and hashes; the profile is the same. */
    public static void leaveOutTheProtocol(Trial trial) {
        String before = trial.profile().toJson().toJson();
        for (String turn : List.of("1", "2")) {
            String after = trial.profile(object -> object.with("iat", JsonNumber.of("176722560" + turn))
                            .with("exp", JsonNumber.of("176722920" + turn))
                            .with("nonce", new JsonString("nonce " + turn))
                            .with("at_hash", new JsonString("hash " + turn))
                            .with("jti", new JsonString("token " + turn)))
                    .toJson()
                    .toJson();
            assertThat(after)
                    .as("profile with other iat, exp, nonce, at_hash and jti")
                    .isEqualTo(before);
        }
    }
}
