package dev.onoma.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
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
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.RefusedClaims;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What holds of every provider's subject. */
public final class SubjectRules {
    /** Claims that change hands, or that their owners change. */
    private static final Set<String> UNSTABLE = Set.of(
            "email",
            "emails",
            "mail",
            "upn",
            "unique_name",
            "preferred_username",
            "username",
            "user_name",
            "login",
            "screen_name",
            "nickname",
            "name",
            "phone",
            "phone_number");

    private static final List<RootAttribute> ADDRESSES =
            List.of(RootAttribute.EMAIL, RootAttribute.USERNAME, RootAttribute.PHONE_NUMBER);

    private SubjectRules() {}

    /** M1: the subject comes from a claim, which is no address, user name or name. */
    public static void comesFromAStableId(Trial trial) {
        List<Place> places = trial.subjectPlaces();
        assertThat(places).as("places that the subject comes from").isNotEmpty();
        for (Place place : places) {
            assertThat(UNSTABLE)
                    .as("claims that a subject must not come from")
                    .doesNotContain(place.steps().get(place.steps().size() - 1).toLowerCase(Locale.ROOT));
            NormalizedProfile before = trial.profile();
            NormalizedProfile after =
                    trial.profile(object -> place.replace(object, new JsonString(Trial.FRESH_SUBJECT)));
            for (RootAttribute attribute : ADDRESSES) {
                assertThat(after.text(attribute))
                        .as("%s, when the subject at %s is another", attribute.fieldName(), place)
                        .isEqualTo(before.text(attribute));
            }
        }
    }

    /** M1: without its subject a login is refused; nothing stands in for it, nothing repairs it. */
    public static void isNeitherReplacedNorRepaired(Trial trial) {
        List<Place> places = trial.subjectPlaces();
        assertThat(places).as("places that the subject comes from").isNotEmpty();
        isMissing("absent", trial.normalize(object -> Trial.without(object, places)));
        unusable().forEach((words, value) -> isMissing(words, trial.normalize(object -> only(places, object, value))));
    }

    /** M1: an acceptable subject comes through as it is, digit by digit. */
    public static void isKeptExactly(Trial trial) {
        List<Place> places = trial.subjectPlaces();
        assertThat(places).as("places that the subject comes from").isNotEmpty();
        for (String subject : List.of("007", "aB", "a b", "a|b", "e\u0301", "\u00e9", "ſ", "9223372036854775808")) {
            NormalizedProfile profile = trial.profile(object -> only(places, object, new JsonString(subject)));
            assertThat(profile.subject()).as("subject").isEqualTo(trial.withSpace(subject));
        }
        JsonNumber number = JsonNumber.of("12345678901234567890123456789");
        assertThat(trial.profile(object -> only(places, object, number)).subject())
                .as("subject")
                .isEqualTo(trial.withSpace(number.text()));
    }

    /** M5: two sources of one login must speak of one subject. */
    public static void isTheSameInAllSources(Trial trial) {
        List<Place> places = trial.subjectPlaces();
        assertThat(places).as("places that the subject comes from").isNotEmpty();
        JsonObject one = only(places, trial.objects().get(0), new JsonString("one"));
        JsonObject two = only(places, trial.objects().get(0), new JsonString("two"));
        Claims first = Claims.of(one, Evidence.VERIFIED_ID_TOKEN);
        assertThat(trial.connection().normalize(trial.received(first.and(Claims.of(one, Evidence.USERINFO_RESPONSE)))))
                .as("two sources of one subject")
                .isInstanceOf(NormalizedProfile.class);
        isRefused(
                "two sources of two subjects",
                trial.connection().normalize(trial.received(first.and(Claims.of(two, Evidence.USERINFO_RESPONSE)))),
                RefusalCode.SUBJECT_MISMATCH);
    }

    /** The object whose subject is this value, wherever else it may be found otherwise. */
    private static JsonObject only(List<Place> places, JsonObject object, JsonValue subject) {
        return Trial.without(places.get(0).replace(object, subject), places.subList(1, places.size()));
    }

    private static void isMissing(String words, Normalization normalization) {
        isRefused("a subject that is " + words, normalization, RefusalCode.MISSING_SUBJECT);
    }

    private static void isRefused(String words, Normalization normalization, RefusalCode code) {
        assertThat(normalization).as(words).isInstanceOf(RefusedClaims.class);
        assertThat(((RefusedClaims) normalization).refusal().code()).as(words).isEqualTo(code);
    }

    private static Map<String, JsonValue> unusable() {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        values.put("null", JsonNull.NULL);
        values.put("a boolean", JsonBoolean.TRUE);
        values.put("an object", JsonObject.EMPTY);
        values.put("an array", JsonArray.of(new JsonString("4711")));
        values.put("a fraction", JsonNumber.of("4711.0"));
        values.put("a number with an exponent", JsonNumber.of("4e3"));
        values.put("empty", new JsonString(""));
        values.put("blank", new JsonString(" \t"));
        for (String word : List.of("null", "undefined", "None", "NULL")) {
            values.put("the word " + word, new JsonString(word));
        }
        values.put("padded at the start", new JsonString(" 4711"));
        values.put("padded at the end", new JsonString("4711 "));
        values.put("padded with a no-break space", new JsonString("4711\u00a0"));
        values.put("over two lines", new JsonString("47\n11"));
        values.put("with a NUL in it", new JsonString("47\u000011"));
        values.put("with half a surrogate pair in it", new JsonString("47\ud80011"));
        values.put("too long", new JsonString("4".repeat(256)));
        return values;
    }
}
