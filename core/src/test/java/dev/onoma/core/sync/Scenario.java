package dev.onoma.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.Given;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One user's life, step by step; after each login, what the rules promise of every login is checked. */
final class Scenario {
    private World world = World.of(social(SyncPolicy.ON_EACH_LOGIN), company());
    private final User user;
    private final Map<RootAttribute, Optional<String>> edited = new EnumMap<>(RootAttribute.class);

    /** A user with a primary identity and a secondary one, and metadata that no login may touch. */
    Scenario() {
        User linked = world.linked(world.login("social", "{'sub':'1'}"), world.login("company", "{'sub':'1'}"));
        world.adminEdits(linked, "{'user_metadata':{'name':'x'},'app_metadata':{'name':'y'}}")
                .orElseThrow();
        user = world.now(linked);
    }

    private static Connection.Builder social(SyncPolicy policy) {
        return Tables.connection(Tables.SOCIAL).syncPolicy(policy);
    }

    private static Connection.Builder company() {
        return Tables.connection(Tables.COMPANY);
    }

    private SyncRule rule(RootAttribute attribute) {
        return world.connections.find("social").orElseThrow().rule(attribute);
    }

    /** The sync policy changes. */
    void configure(SyncPolicy policy) {
        world = world.configured(social(policy), company());
    }

    /** A user or an administrator sets or removes an attribute; refused where it is not editable. */
    void edit(boolean byUser, RootAttribute attribute, Optional<String> text) {
        world.later();
        User before = world.now(user);
        String value = text.map(words -> "'" + words + "'").orElse("null");
        String request = "{'set':{'" + attribute.fieldName() + "':" + value + "}}";
        ChangeResult result = byUser ? world.userEdits(user, request) : world.adminEdits(user, request);

        User after = world.now(user);
        if (result.refusal().isPresent()) {
            assertThat(after).isEqualTo(before);
        } else if (text.isPresent() && !after.text(attribute).equals(before.text(attribute))) {
            edited.put(attribute, text);
        } else if (text.isEmpty()) {
            edited.remove(attribute);
        }
    }

    /** A login, and then the same one again. */
    void login(String connection, JsonObject claims, boolean fullyConsulted) {
        world.later();
        Claims received = Claims.of(claims.toBuilder().put("sub", "1").build(), Evidence.USERINFO_RESPONSE);
        Login login =
                Login.of(connection, fullyConsulted ? received : received.notConsulted(Evidence.GRAPH_API_RESPONSE));
        LoginResult preview = world.logins.preview(login);

        LoginResult.Accepted result = world.login(login);

        assertThat(preview.toJson().without("preview")).isEqualTo(result.toJson());
        assertThat(preview.user()).isEqualTo(result.user());
        assertThat(world.now(user)).isEqualTo(result.after());
        decisionsLeadFromBeforeToAfter(result);
        metadataIsUntouched(result);
        if (connection.equals("social")) {
            RootAttribute.ALL.forEach(attribute -> ruleIsKept(attribute, result));
        } else {
            assertThat(result.after().root())
                    .isEqualTo(result.before().orElseThrow().root());
        }
        secondLoginIsATouch(login, result);
    }

    private static void decisionsLeadFromBeforeToAfter(LoginResult.Accepted result) {
        RootAttributes before = result.before().orElseThrow().root();
        assertThat(Decision.apply(result.decisions(), before))
                .isEqualTo(result.after().root());
        assertThat(result.decisions()).allSatisfy(decision -> {
            assertThat(decision.before()).isEqualTo(before.get(decision.attribute()));
            assertThat(decision.after()).isEqualTo(result.after().root().get(decision.attribute()));
        });
    }

    private void metadataIsUntouched(LoginResult.Accepted result) {
        assertThat(result.after().userMetadata()).isEqualTo(user.userMetadata());
        assertThat(result.after().appMetadata()).isEqualTo(user.appMetadata());
    }

    private void ruleIsKept(RootAttribute attribute, LoginResult.Accepted result) {
        RootAttributes before = result.before().orElseThrow().root();
        RootAttributes after = result.after().root();
        Given given = result.profile().given(attribute);
        SyncRule rule = rule(attribute);
        switch (rule) {
            case NEVER_ON_LOGIN, ON_FIRST_LOGIN ->
                assertThat(after.get(attribute)).isEqualTo(before.get(attribute));
            case WHEN_EMPTY -> {
                if (before.given(attribute).isPresent()) {
                    assertThat(after.get(attribute)).isEqualTo(before.get(attribute));
                }
            }
            case ON_EACH_LOGIN -> {
                if (given.hasValue()) {
                    assertThat(after.text(attribute)).hasValue(given.text());
                }
            }
            case UNTIL_EDITED -> {}
        }
        if (rule == SyncRule.ON_FIRST_LOGIN || rule == SyncRule.UNTIL_EDITED) {
            Optional.ofNullable(edited.get(attribute))
                    .ifPresent(text -> assertThat(after.text(attribute)).isEqualTo(text));
        } else if (!after.get(attribute).equals(before.get(attribute))) {
            // Written by a login, its flag alone included: it is the connection's again.
            edited.remove(attribute);
        }
    }

    private void secondLoginIsATouch(Login login, LoginResult.Accepted first) {
        world.later();
        LoginResult.Accepted second = world.login(login);

        assertThat(second.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(second.after().toBuilder().counters(first.after().counters()).build())
                .isEqualTo(first.after());
        assertThat(second.after().counters().logins())
                .isEqualTo(first.after().counters().logins() + 1);
    }
}
