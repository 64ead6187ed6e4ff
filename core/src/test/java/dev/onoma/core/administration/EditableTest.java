package dev.onoma.core.administration;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Which attributes may be edited")
class EditableTest {
    private static final List<RootAttribute> FIVE =
            RootAttribute.ALL.stream().filter(RootAttribute::isGovernedByMode).toList();
    private static final List<RootAttribute> FIVE_AND_USERNAME =
            RootAttribute.ALL.stream().filter(attribute -> !attribute.isPair()).toList();

    static Stream<Arguments> modes() {
        return Stream.of(
                Arguments.of(Tables.SOCIAL, SyncPolicy.ON_EACH_LOGIN, List.of(RootAttribute.USERNAME)),
                Arguments.of(Tables.SOCIAL, SyncPolicy.ON_FIRST_LOGIN, FIVE_AND_USERNAME),
                Arguments.of(Tables.SOCIAL, SyncPolicy.NEVER_ON_LOGIN, RootAttribute.ALL),
                Arguments.of(Tables.DATABASE, SyncPolicy.ON_EACH_LOGIN, List.of()),
                Arguments.of(Tables.DATABASE, SyncPolicy.ON_FIRST_LOGIN, RootAttribute.ALL),
                Arguments.of(Tables.DATABASE, SyncPolicy.NEVER_ON_LOGIN, RootAttribute.ALL),
                Arguments.of(Tables.SMS, SyncPolicy.ON_FIRST_LOGIN, RootAttribute.ALL));
    }

    private static String valid(RootAttribute attribute) {
        return switch (attribute) {
            case EMAIL -> "new@example.org";
            case PICTURE -> "https://example.org/new.png";
            case PHONE_NUMBER -> "+499";
            default -> "fresh";
        };
    }

    private static User signedUp(World world, Provider provider) {
        // Created under a policy that writes, so that never_on_login has a user to look at.
        return world.configured(Tables.connection(provider).syncPolicy(SyncPolicy.ON_EACH_LOGIN))
                .login(provider.name(), "{'sub':'1','name':'Ada'}")
                .after();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("modes")
    @DisplayName("S7: what no login overwrites may be edited, by users and administrators alike")
    void mode(Provider provider, SyncPolicy policy, List<RootAttribute> editable) {
        World world = World.of(Tables.connection(provider).syncPolicy(policy));
        User user = signedUp(world, provider);

        for (RootAttribute attribute : RootAttribute.ALL) {
            String request = "{'set':{'" + attribute.fieldName() + "':'" + valid(attribute) + "'}}";

            assertThat(world.userEdits(user, request).refusal().isEmpty())
                    .as(attribute.fieldName())
                    .isEqualTo(editable.contains(attribute));
            assertThat(world.adminEdits(user, request.replace("new", "next"))
                            .refusal()
                            .isEmpty())
                    .as(attribute.fieldName())
                    .isEqualTo(editable.contains(attribute));
            assertThat(world.now(user)
                            .text(attribute)
                            .filter(text -> text.equals(valid(attribute)) || text.contains("next"))
                            .isPresent())
                    .as(attribute.fieldName())
                    .isEqualTo(editable.contains(attribute));
        }
    }

    @Test
    @DisplayName(
            "S7: databases and passwordless connections are on_first_login unless told otherwise, others on_each_login")
    void defaults() {
        assertThat(Tables.connection(Tables.DATABASE).build().syncPolicy()).isEqualTo(SyncPolicy.ON_FIRST_LOGIN);
        assertThat(Tables.connection(Tables.SMS).build().syncPolicy()).isEqualTo(SyncPolicy.ON_FIRST_LOGIN);
        assertThat(Tables.connection(Tables.SOCIAL).build().syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
        assertThat(Tables.connection(Tables.COMPANY).build().syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
        assertThat(FIVE).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "ON_FIRST_LOGIN, true",
        "UNTIL_EDITED, true",
        "WHEN_EMPTY, true",
        "NEVER_ON_LOGIN, true",
        "ON_EACH_LOGIN, false"
    })
    @DisplayName("S1 S7: an override wins over the mode, for pairs as well")
    void override(SyncRule rule, boolean editable) {
        for (RootAttribute attribute : List.of(NAME, EMAIL, PHONE_NUMBER)) {
            World world = World.of(
                    Tables.connection(Tables.DATABASE).syncPolicy(SyncPolicy.ON_FIRST_LOGIN.override(attribute, rule)));
            User user = world.login("database", "{'sub':'1'}").after();

            ChangeResult result =
                    world.userEdits(user, "{'set':{'" + attribute.fieldName() + "':'" + valid(attribute) + "'}}");

            assertThat(result.refusal().isEmpty()).isEqualTo(editable);
        }
    }

    @Test
    @DisplayName("S7: a refusal names the attribute, the connection and the option that would allow the edit")
    void message() {
        World world = World.of(Tables.connection(Tables.SOCIAL));
        User user = world.login("social", "{'sub':'1'}").after();

        assertThat(world.userEdits(user, "{'set':{'nickname':'x'}}").refusal())
                .hasValue(new Refusal(
                        RefusalCode.ATTRIBUTE_NOT_EDITABLE,
                        "nickname is overwritten by each login through connection \"social\"; its sync rule"
                                + " on_first_login or until_edited would allow the edit"));
    }

    @Test
    @DisplayName("S7: the removal of what may not be edited is refused, too, and an administrator's flag")
    void removalAndFlag() {
        World world = World.of(Tables.connection(Tables.SOCIAL));
        User user =
                world.login("social", "{'sub':'1','email':'ada@example.org'}").after();

        assertThat(world.userEdits(user, "{'set':{'name':null}}").refusal()).isPresent();
        assertThat(world.adminEdits(user, "{'set':{'email_verified':true}}")
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(RefusalCode.ATTRIBUTE_NOT_EDITABLE);
        assertThat(world.now(user)).isEqualTo(user);
    }

    @Test
    @DisplayName("S7: nothing of a request is applied when a part of it is refused, metadata included")
    void allOrNothing() {
        World world = World.of(Tables.connection(Tables.SOCIAL)
                .syncPolicy(SyncPolicy.ON_EACH_LOGIN.override(NAME, SyncRule.UNTIL_EDITED)));
        User user = world.login("social", "{'sub':'1'}").after();

        assertThat(world.userEdits(user, "{'set':{'name':'Mine','nickname':'x'},'user_metadata':{'a':1}}")
                        .refusal())
                .isPresent();
        assertThat(world.userEdits(user, "{'set':{'name':'Mine'},'user_metadata':{'a.b':1}}")
                        .refusal())
                .isPresent();
        assertThat(world.now(user)).isEqualTo(user);
    }

    @Test
    @DisplayName("S6 S7: what counts is the connection of the primary identity")
    void primary() {
        World world = World.of(Tables.connection(Tables.SOCIAL), Tables.connection(Tables.DATABASE));
        User social = world.linked(world.login("social", "{'sub':'1'}"), world.login("database", "{'sub':'a'}"));
        User database = world.linked(world.login("database", "{'sub':'b'}"), world.login("social", "{'sub':'2'}"));

        assertThat(world.userEdits(social, "{'set':{'name':'Mine'}}").refusal()).isPresent();
        assertThat(world.userEdits(database, "{'set':{'name':'Mine'}}").refusal())
                .isEmpty();
    }

    @Test
    @DisplayName("S7: where the primary connection is configured no longer, no login would undo an edit")
    void connectionGone() {
        World world = World.of(Tables.connection(Tables.SOCIAL));
        User user = world.login("social", "{'sub':'1'}").after();

        assertThat(world.configured(Tables.connection(Tables.DATABASE))
                        .userEdits(user, "{'set':{'name':'Mine'}}")
                        .refusal())
                .isEmpty();
    }
}
