package dev.onoma.core.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Metadata")
class MetadataTest {
    private static final String LOGIN = "{'sub':'1','name':'Ada'}";

    private final World world = World.of(Tables.connection(Tables.SOCIAL));
    private User user;

    @BeforeEach
    void signedUp() {
        User created = world.login("social", LOGIN).after();
        String both = "{'a':1,'b':{'x':1,'y':2},'c':[1]}";
        world.adminEdits(created, "{'user_metadata':" + both + ",'app_metadata':" + both + "}")
                .orElseThrow();
        user = world.now(created);
        world.later();
    }

    private JsonObject merged(String changes) {
        world.userEdits(user, "{'user_metadata':" + changes + "}").orElseThrow();
        return world.now(user).userMetadata();
    }

    @Test
    @DisplayName("is merged at the first level only: what is deeper is replaced whole")
    void merge() {
        assertThat(merged("{'b':{'z':3},'d':true}")).isEqualTo(World.json("{'a':1,'b':{'z':3},'c':[1],'d':true}"));
        assertThat(world.now(user).updatedAt()).isEqualTo(world.clock.instant());
    }

    @Test
    @DisplayName("loses a field by null; a null that is deeper is a value")
    void nullRemoves() {
        assertThat(merged("{'a':null,'b':{'x':null},'gone':null}")).isEqualTo(World.json("{'b':{'x':null},'c':[1]}"));
    }

    @Test
    @DisplayName("loses all fields by an empty object, or by null in a request")
    void allGo() {
        assertThat(merged("{}")).isEqualTo(JsonObject.EMPTY);
        world.adminEdits(user, "{'app_metadata':null}").orElseThrow();
        assertThat(world.now(user).appMetadata()).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    @DisplayName("of one kind does not touch the other; merged to the same it is no change")
    void same() {
        assertThat(merged("{'a':1.0}")).isEqualTo(user.userMetadata());
        assertThat(world.now(user).appMetadata()).isEqualTo(user.appMetadata());
        assertThat(world.now(user).updatedAt()).isEqualTo(user.updatedAt());
    }

    private void refused(String request, String message) {
        Optional<Refusal> refusal = world.adminEdits(user, request).refusal();

        assertThat(refusal).hasValue(new Refusal(RefusalCode.FORBIDDEN_METADATA, message));
        assertThat(world.now(user)).isEqualTo(user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a.b':1}",
                "{'.a':1}",
                "{'$a':1}",
                "{'':1}",
                "{'x':{'a.b':1}}",
                "{'x':[{'$':1}]}",
                "{'x.y':null}"
            })
    @DisplayName("must not have . or $ in a name, at any depth, nor an empty name")
    void names(String metadata) {
        for (String which : List.of("user_metadata", "app_metadata")) {
            refused(
                    "{'" + which + "':" + metadata + "}",
                    which + " must not have a field with . or $ in its name, or without a name");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__tenant",
                "_id",
                "blocked",
                "clientID",
                "created_at",
                "email_verified",
                "email",
                "globalClientID",
                "global_client_id",
                "identities",
                "lastIP",
                "lastLogin",
                "loginsCount",
                "metadata",
                "multifactor_last_modified",
                "multifactor",
                "updated_at",
                "user_id"
            })
    @DisplayName("of the application must not be named like one of the user's own fields; the user's may")
    void ownFields(String name) {
        refused(
                "{'app_metadata':{'ok':1,'" + name + "':1}}",
                "app_metadata must not have a field named like one of the user's own");
        assertThat(world.adminEdits(
                                user, "{'user_metadata':{'" + name + "':1},'app_metadata':{'x':{'" + name + "':1}}}")
                        .refusal())
                .isEmpty();
    }

    @Test
    @DisplayName("M8: must not hold NUL or lone surrogates, in names or values")
    void unsafe() {
        refused("{'user_metadata':{'a':'x\\u0000'}}", "user_metadata must not hold NUL or lone surrogates");
        JsonObject inName = JsonObject.builder().put("a\ud800", 1).build();
        assertThat(world.administration()
                        .edit(
                                user.id(),
                                AdministratorEdit.builder().appMetadata(inName).build())
                        .refusal()
                        .orElseThrow()
                        .message())
                .isEqualTo("app_metadata must not hold NUL or lone surrogates");
    }

    @Test
    @DisplayName("is limited in bytes, as compact JSON after the merge: exactly at the limit is allowed")
    void size() {
        World small = world.configured(
                Tables.connection(Tables.SOCIAL).limits(Limits.STANDARD.with(Limit.METADATA_BYTES, 60)));
        int stored = user.userMetadata().toJson().length();
        String fits = "x".repeat(60 - stored - ",\"e\":\"\"".length() - 1);

        assertThat(small.userEdits(user, "{'user_metadata':{'e':'" + fits + "xx'}}")
                        .refusal())
                .hasValue(new Refusal(RefusalCode.FORBIDDEN_METADATA, "user_metadata must be at most 60 bytes"));
        assertThat(small.userEdits(user, "{'user_metadata':{'e':'" + fits + "\u00e9'}}")
                        .refusal())
                .isPresent();
        assertThat(small.userEdits(user, "{'user_metadata':{'e':'" + fits + "x'}}")
                        .refusal())
                .isEmpty();
        assertThat(world.now(user).userMetadata().toJson()).hasSize(60);
    }

    @Test
    @DisplayName("S8 I4: is never touched by a login")
    void logins() {
        world.login("social", "{'sub':'1','user_metadata':{'a':9},'app_metadata':{'b':9},'name':'Other'}");

        assertThat(world.now(user).userMetadata()).isEqualTo(user.userMetadata());
        assertThat(world.now(user).appMetadata()).isEqualTo(user.appMetadata());
    }
}
