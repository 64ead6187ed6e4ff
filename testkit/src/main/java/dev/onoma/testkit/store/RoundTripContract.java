package dev.onoma.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The part of the contract about giving back what was stored. Every user is read from the store opened anew. */
public abstract class RoundTripContract extends UserStorePart {
    /** The part, over stores. */
    protected RoundTripContract(Stores stores) {
        super(stores);
    }

    private void comesBack(User user) {
        store().write(new UserChange.Insert(user));

        Optional<StoredUser> found = reopened().find(user.id());
        assertThat(found).as("the user, by its id").isPresent();
        User read = found.orElseThrow().user();
        for (RootAttribute attribute : RootAttribute.ALL) {
            assertThat(read.root().get(attribute))
                    .as(attribute.fieldName())
                    .isEqualTo(user.root().get(attribute));
        }
        assertThat(read.identities()).as("identities").isEqualTo(user.identities());
        assertThat(read.userMetadata().toJson())
                .as("user_metadata")
                .satisfies(text -> assertThat(SampleUsers.json(text)).isEqualTo(user.userMetadata()));
        assertThat(read.appMetadata()).as("app_metadata").isEqualTo(user.appMetadata());
        assertThat(read.createdAt()).as("created_at").isEqualTo(user.createdAt());
        assertThat(read.updatedAt()).as("updated_at").isEqualTo(user.updatedAt());
        assertThat(read.counters().logins())
                .as("logins_count")
                .isEqualTo(user.counters().logins());
        assertThat(read.counters().lastLogin())
                .as("last_login")
                .isEqualTo(user.counters().lastLogin());
        assertThat(read.counters().lastIp())
                .as("last_ip")
                .isEqualTo(user.counters().lastIp());
        assertThat(read).as("the user").isEqualTo(user);
    }

    @Test
    @DisplayName("a user of whom everything is known comes back equal, owners and verifications included")
    void complete() {
        comesBack(SampleUsers.complete());
    }

    @Test
    @DisplayName("a user of whom nothing is known comes back equal: what is not set stays so")
    void plain() {
        comesBack(SampleUsers.plain("1"));
    }

    @Test
    @DisplayName("a blocked user comes back blocked")
    void blocked() {
        comesBack(SampleUsers.plain("1").toBuilder().blocked(true).build());
    }

    @TestFactory
    @DisplayName("JSON comes back equal by value, in metadata and profileData")
    Stream<DynamicTest> json() {
        return Stream.of(
                        "{\"big\":12345678901234567890123456789,\"exact\":9007199254740993,\"tiny\":1.5e-300}",
                        "{\"huge\":1e400,\"fraction\":0.1000000000000000055511151231257827,\"negative\":-0.5}",
                        "{\"null\":null,\"true\":true,\"false\":false,\"empty\":\"\",\"blank\":\" \",\"no\":[],\"none\":{}}",
                        "{\"text\":\"null\",\"digits\":\"007\",\"spaced\":\" a  b \",\"lines\":\"a\\r\\nb\\tc\"}",
                        "{\"quotes\":\"\\\"'`\\\\\",\"markup\":\"</script>&amp;%00\",\"sql\":\"'; --\",\"key'\\\"\":1}",
                        "{\"Name\":1,\"name\":2,\"name \":3,\"\":4,\"a.b\":5,\"$a\":6,\"__proto__\":{\"x\":7}}",
                        "{\"nested\":" + "[".repeat(25) + "{\"deep\":1}" + "]".repeat(25) + "}",
                        "{\"accents\":\"\u00e9 e\u0301\",\"face\":\"\ud83d\ude00\",\"right\":\"\u05d0\u05d1\",\"joined\":\"\u200d\"}",
                        "{\"long\":\"" + "\u010d".repeat(30_000) + "\"}")
                .map(text -> DynamicTest.dynamicTest(shortened(text), () -> jsonComesBack(SampleUsers.json(text))));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private void jsonComesBack(JsonObject json) {
        User user = SampleUsers.with(
                UserId.of("google-oauth2|json"),
                SampleUsers.identity("google-oauth2", "json").withProfileData(json));
        User full = user.toBuilder().userMetadata(json).appMetadata(json).build();
        store().write(new UserChange.Insert(full));

        User read = reopened().find(full.id()).orElseThrow().user();
        assertThat(read.userMetadata()).as("user_metadata").isEqualTo(json);
        assertThat(read.appMetadata()).as("app_metadata").isEqualTo(json);
        assertThat(read.primaryIdentity().profileData()).as("profileData").isEqualTo(json);
        store().write(new UserChange.Delete(read(full)));
    }

    @Test
    @DisplayName("a number in JSON keeps its value, however many digits it has")
    void numbers() {
        JsonNumber number = JsonNumber.of("1" + "0".repeat(500) + "1");
        comesBack(SampleUsers.plain("1").toBuilder()
                .appMetadata(JsonObject.builder().put("number", number).build())
                .build());
    }

    @Test
    @DisplayName("text comes back exactly: other scripts, combining characters, characters beyond the BMP, white space")
    void text() {
        RootAttributes root = RootAttributes.NONE
                .with(RootAttribute.NAME, OwnedValue.of("  Zoe\u0308 \ud83d\udc69\u200d\ud83d\ude80 ", Owner.USER))
                .with(RootAttribute.GIVEN_NAME, OwnedValue.of("\u5c71\u7530", new Owner("google-oauth2")))
                .with(RootAttribute.FAMILY_NAME, OwnedValue.of("O'Brien\\%_\"", Owner.ADMIN))
                .with(RootAttribute.NICKNAME, OwnedValue.of("null", Owner.DERIVED))
                .with(
                        RootAttribute.EMAIL,
                        new OwnedValue(PairValue.unverified("Z\u00f6e@B\u00fccher.Example"), Owner.USER));
        comesBack(SampleUsers.plain("1").toBuilder().root(root).build());
    }

    @Test
    @DisplayName("long values come back whole: names, a picture of 2 KiB, metadata and profileData of 64 KiB")
    void longValues() {
        String star = "\ud83c\udf1f";
        RootAttributes root = RootAttributes.NONE
                .with(RootAttribute.NAME, OwnedValue.of(star.repeat(300), Owner.USER))
                .with(RootAttribute.GIVEN_NAME, OwnedValue.of(star.repeat(150), Owner.USER))
                .with(RootAttribute.FAMILY_NAME, OwnedValue.of(star.repeat(150), Owner.USER))
                .with(RootAttribute.NICKNAME, OwnedValue.of(star.repeat(350), Owner.USER))
                .with(RootAttribute.PICTURE, OwnedValue.of("https://example.com/" + "p".repeat(2_028), Owner.USER))
                .with(
                        RootAttribute.EMAIL,
                        new OwnedValue(PairValue.unverified("a".repeat(64) + "@" + "d".repeat(189)), Owner.USER))
                .with(RootAttribute.USERNAME, OwnedValue.of("u".repeat(128), Owner.IMPORT));
        JsonObject json =
                JsonObject.builder().put("text", "x".repeat(64 * 1024 - 12)).build();
        Identity identity = SampleUsers.identity("google-oauth2", "1").withProfileData(json);
        comesBack(SampleUsers.with(UserId.of("google-oauth2|1"), identity).toBuilder()
                .root(root)
                .userMetadata(json)
                .appMetadata(json)
                .build());
    }

    @Test
    @DisplayName("an id of 420 characters, a connection of 128 and a subject of 255 come back, whatever the characters")
    void longKeys() {
        String star = "\ud83c\udf1f";
        comesBack(SampleUsers.with(
                UserId.of("p|" + "x".repeat(418)), SampleUsers.identity("c".repeat(128), "s".repeat(255))));
        comesBack(SampleUsers.with(
                UserId.of("p|" + star.repeat(418)), SampleUsers.identity(star.repeat(128), star.repeat(255))));
    }

    @Test
    @DisplayName("times come back to the millisecond")
    void times() {
        for (String time : List.of("2026-03-29T01:30:00.001Z", "2026-10-25T01:30:00.999Z", "2038-01-19T03:14:08Z")) {
            Instant at = Instant.parse(time);
            PairValue email = PairValue.verified("ada@example.org", new Verification(Owner.USER, at));
            User user = User.builder(UserId.of("x|" + time), SampleUsers.identity("x", time), at)
                    .root(RootAttributes.NONE.with(RootAttribute.EMAIL, new OwnedValue(email, Owner.USER)))
                    .counters(new LoginCounters(1, Optional.of(at), Optional.empty()))
                    .build();
            comesBack(user);
        }
    }

    @Test
    @DisplayName("identities keep their order and their claims, whichever is primary and however many there are")
    void identities() {
        List<Identity> identities = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            JsonObject claims = JsonObject.builder().put("number", i).build();
            identities.add(SampleUsers.identity("connection-" + i, "1").withProfileData(claims));
        }
        Collections.reverse(identities);
        User user = SampleUsers.plain("1").toBuilder().identities(identities).build();
        comesBack(user);

        List<Identity> shifted = new ArrayList<>(identities);
        Collections.rotate(shifted, 5);
        StoredUser updated =
                updated(read(user), user.toBuilder().identities(shifted).build());
        assertThat(updated.user().identities()).isEqualTo(shifted);
    }

    @Test
    @DisplayName(
            "an update of an identity replaces all of it but its key: provider, kind, claims and whether vouched for")
    void updatesIdentity() {
        StoredUser stored = inserted(SampleUsers.plain("1"));
        Identity before = stored.user().primaryIdentity();
        Identity after = new Identity(
                before.key(), "another", !before.isSocial(), SampleUsers.json("{\"a\":1}"), !before.isVouchedFor());

        StoredUser updated = updated(
                stored, stored.user().toBuilder().identities(List.of(after)).build());

        assertThat(updated.user().identities()).containsExactly(after);
    }

    @Test
    @DisplayName("an update replaces everything but the counters, what is no longer set included")
    void updates() {
        User full = SampleUsers.complete();
        StoredUser stored = inserted(full);

        User bare = full.toBuilder()
                .root(RootAttributes.NONE)
                .identities(List.of(full.identities().get(1)))
                .userMetadata(JsonObject.EMPTY)
                .appMetadata(SampleUsers.json("{\"plan\":null}"))
                .blocked(true)
                .updatedAt(SampleUsers.LATER.plusMillis(1))
                .build();
        StoredUser updated = updated(stored, bare);

        assertThat(updated.user()).isEqualTo(bare);
        assertThat(reopened().find(full.id())).contains(updated);
        assertThat(store().find(full.identities().get(0).key()))
                .as("an identity that was taken away")
                .isEmpty();
        leadsTo(bare);
        assertThat(updated(updated, full.toBuilder().blocked(false).build()).user())
                .isEqualTo(full);
    }
}
