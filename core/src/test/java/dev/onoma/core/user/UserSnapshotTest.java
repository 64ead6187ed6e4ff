package dev.onoma.core.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A snapshot of a user")
class UserSnapshotTest {
    private static final Instant MONDAY = Instant.parse("2026-01-12T08:00:00.123456789Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-13T08:00:00Z");

    @Test
    @DisplayName("is read back as the same user, with who verified which address and when")
    void read_whatWasWritten_isTheSameUser() {
        User user = user(List.of(
                identity("1", JsonObject.builder().put("hd", "example.com").build())));

        User read = UserSnapshot.read(UserSnapshot.write(user));

        assertThat(read).isEqualTo(user);
        assertThat(read.root().pair(RootAttribute.EMAIL).flatMap(PairValue::verification))
                .contains(new Verification(new Owner("workforce"), MONDAY));
    }

    @Test
    @DisplayName("is read back, however much the claims of all identities come to")
    void read_moreThanOneClaimsDocumentMayHold_isTheSameUser() {
        JsonValue deep = new JsonArray(List.of());
        for (int i = 0; i < 31; i++) {
            deep = new JsonArray(List.of(deep));
        }
        JsonObject.Builder claims = JsonObject.builder().put("deep", deep).put("text", "x".repeat(60_000));
        for (int i = 0; i < 900; i++) {
            claims.put("claim" + i, i);
        }
        List<Identity> identities = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            identities.add(identity("" + i, claims.build()));
        }
        User user = user(identities);

        assertThat(UserSnapshot.read(UserSnapshot.write(user))).isEqualTo(user);
    }

    @Test
    @DisplayName("refuses text that is no JSON, without quoting it")
    void read_noJson_throws() {
        assertThatThrownBy(() -> UserSnapshot.read("secret"))
                .isInstanceOf(JsonException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"name\":{\"by\":\"a\",\"at\":\"2026-01-12T08:00:00Z\"}}",
                "{\"username\":{\"by\":\"a\",\"at\":\"2026-01-12T08:00:00Z\"}}",
                "{\"shoe_size\":{\"by\":\"a\",\"at\":\"2026-01-12T08:00:00Z\"}}",
                "{\"email\":true}",
                "{\"email\":{\"by\":1,\"at\":\"2026-01-12T08:00:00Z\"}}",
                "{\"email\":{\"by\":\"a\",\"at\":\"yesterday\"}}"
            })
    @DisplayName("refuses verifications that are none, naming the field")
    void read_brokenVerifications_throws(String verifications) {
        JsonObject json =
                (JsonObject) JsonValue.parse(UserSnapshot.write(user(List.of(identity("1", JsonObject.EMPTY)))));
        String broken =
                json.with("verifications", JsonValue.parse(verifications)).toJson();

        assertThatThrownBy(() -> UserSnapshot.read(broken))
                .isInstanceOfSatisfying(
                        InvalidUserException.class,
                        invalid -> assertThat(invalid.field()).isEqualTo("verifications"));
    }

    private static User user(List<Identity> identities) {
        RootAttributes root = RootAttributes.NONE
                .with(RootAttribute.NAME, OwnedValue.of("Ana Lovrić", Owner.USER))
                .with(
                        RootAttribute.EMAIL,
                        new OwnedValue(
                                PairValue.verified(
                                        "ana.lovric@example.com", new Verification(new Owner("workforce"), MONDAY)),
                                Owner.ADMIN))
                .with(
                        RootAttribute.PHONE_NUMBER,
                        new OwnedValue(PairValue.unverified("+385911234567"), new Owner("google-oauth2")));
        return User.builder(UserId.of("google-oauth2|0"), identities.get(0), MONDAY)
                .identities(identities)
                .root(root)
                .userMetadata(JsonObject.builder().put("language", "hr").build())
                .appMetadata(JsonObject.builder().put("plan", "full").build())
                .blocked(true)
                .updatedAt(TUESDAY)
                .counters(new LoginCounters(17, Optional.of(TUESDAY), Optional.of("192.0.2.10")))
                .build();
    }

    private static Identity identity(String subject, JsonObject claims) {
        return new Identity(new IdentityKey("google-oauth2", subject), "google-oauth2", true, claims);
    }
}
