package dev.onoma.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UserJsonTest {
    private static final Instant UPDATED = MovableClock.START.plusSeconds(5);
    private static final Owner SOCIAL = new Owner("social");
    private static final User FULL = User.builder(
                    UserId.of("social|1"),
                    new Identity(
                            new IdentityKey("social", "1"), "social", true, World.json("{'sub':'1','n':1.50}"), false),
                    MovableClock.START)
            .identities(List.of(
                    new Identity(
                            new IdentityKey("social", "1"), "social", true, World.json("{'sub':'1','n':1.50}"), false),
                    new Identity(new IdentityKey("work", "c|2"), "company", false, JsonObject.EMPTY, false)))
            .root(RootAttributes.NONE
                    .with(RootAttribute.NAME, OwnedValue.of("Ada", Owner.USER))
                    .with(RootAttribute.NICKNAME, OwnedValue.of("al", Owner.DERIVED))
                    .with(
                            RootAttribute.EMAIL,
                            new OwnedValue(
                                    PairValue.verified("ada@example.org", new Verification(SOCIAL, UPDATED)), SOCIAL))
                    .with(RootAttribute.PHONE_NUMBER, new OwnedValue(PairValue.unverified("+491"), Owner.ADMIN)))
            .userMetadata(World.json("{'a':{'b':[1,null]}}"))
            .appMetadata(World.json("{'role':'x'}"))
            .blocked(true)
            .updatedAt(UPDATED)
            .counters(new LoginCounters(
                    Long.MAX_VALUE / 10, Optional.of(UPDATED.plusMillis(7)), Optional.of("192.0.2.1")))
            .build();

    @Test
    @DisplayName("writes the fields in their order, the attributes that are set, a pair as two fields, and owners")
    void write() {
        assertThat(UserJson.write(FULL).toJson().replace('"', '\''))
                .isEqualTo("{'user_id':'social|1','name':'Ada','nickname':'al','email':'ada@example.org',"
                        + "'email_verified':true,'phone_number':'+491','phone_verified':false,"
                        + "'identities':[{'connection':'social','provider':'social','user_id':'1','isSocial':true,"
                        + "'profileData':{'sub':'1','n':1.50}},{'connection':'work','provider':'company',"
                        + "'user_id':'c|2','isSocial':false,'profileData':{}}],"
                        + "'user_metadata':{'a':{'b':[1,null]}},'app_metadata':{'role':'x'},'blocked':true,"
                        + "'created_at':'2026-03-01T12:00:00Z','updated_at':'2026-03-01T12:00:05Z',"
                        + "'last_login':'2026-03-01T12:00:05.007Z','last_ip':'192.0.2.1',"
                        + "'logins_count':922337203685477580,"
                        + "'owners':{'name':'user','nickname':'derived','email':'social','phone_number':'admin'}}");
    }

    @Test
    @DisplayName("writes for users everything but app_metadata, blocked and owners")
    void writeForUser() {
        assertThat(UserJson.writeForUser(FULL))
                .isEqualTo(UserJson.write(FULL)
                        .without("app_metadata")
                        .without("blocked")
                        .without("owners"));
    }

    @Test
    @DisplayName("reads what it wrote; whose claims are vouched for it does not say, so nobody's are")
    void roundTrip() {
        assertThat(UserJson.read(UserJson.write(FULL))).isEqualTo(FULL);
    }

    @Test
    @DisplayName("reads a user with nothing but what it must have, and writes no login that was not")
    void least() {
        User least = User.builder(FULL.id(), FULL.primaryIdentity(), MovableClock.START)
                .build();

        assertThat(UserJson.read(UserJson.write(least))).isEqualTo(least);
        assertThat(UserJson.write(least).names())
                .containsExactly(
                        "user_id",
                        "identities",
                        "user_metadata",
                        "app_metadata",
                        "blocked",
                        "created_at",
                        "updated_at",
                        "logins_count",
                        "owners");
    }

    @Test
    @DisplayName("counts a verified address as verified by its owner when the user was updated last")
    void verification() {
        User read = UserJson.read(World.json("{'user_id':'x','email':'a@example.org','email_verified':true,"
                + "'identities':[{'connection':'c','provider':'p','user_id':'1'}],'owners':{'email':'import'},"
                + "'created_at':'2026-01-01T00:00:00Z','updated_at':'2026-02-02T00:00:00Z'}"));

        assertThat(read.root().pair(RootAttribute.EMAIL).orElseThrow().verification())
                .hasValue(new Verification(Owner.IMPORT, Instant.parse("2026-02-02T00:00:00Z")));
        assertThat(read.primaryIdentity().isSocial()).isFalse();
    }

    @Test
    @DisplayName("takes the time of creation for that of the last update where there is none")
    void updatedAt() {
        JsonObject json = UserJson.write(FULL).without("updated_at");

        assertThat(UserJson.read(json).updatedAt()).isEqualTo(MovableClock.START);
    }
}
