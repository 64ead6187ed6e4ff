package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.administration.SelfServiceEdit;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.link.LinkDecision;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.user.UserJson;
import dev.onoma.core.world.StoreBefore;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs through what the library does with values that would stand out, and looks for them in all that it prints. */
class SilenceTest {
    private static final String MARK = "zq7";
    private static final String ADA = "{'sub':'zq7-1','name':'zq7 name','given_name':'zq7 given','nickname':'zq7nick',"
            + "'picture':'https://zq7.example/p.png','email':'zq7@zq7.example','email_verified':true,"
            + "'phone_number':7,'custom':'zq7 custom','access_token':'zq7token'}";

    private final List<Object> printed = new ArrayList<>();
    private final World world = World.of(
            Tables.connection(Tables.SOCIAL)
                    .syncPolicy(SyncPolicy.ON_FIRST_LOGIN)
                    .trustForLinking(),
            Tables.connection(Tables.COMPANY).linkPolicy(LinkPolicy.PROPOSE),
            Tables.connection(Tables.DATABASE).linkPolicy(LinkPolicy.AUTOMATIC).trustForLinking());
    private final StoreBefore store = new StoreBefore(world.store, this::print);
    private final LoginProcessor logins = LoginProcessor.builder(store)
            .connections(world.connections)
            .listener((login, result) -> printed.addAll(List.of(login, result)))
            .build();

    private void print(UserChange change) {
        printed.add(change);
        printed.addAll(change.expected());
        printed.addAll(change.written());
        printed.addAll(change.removed());
        change.counted().ifPresent(printed::add);
    }

    private LoginResult login(Login login) {
        printed.add(logins.preview(login));
        LoginResult result =
                logins.login(login.ip("zq7.ip").userAgent("zq7 agent").clientId("zq7 client"));
        result.refusal().ifPresent(this::refusal);
        printed.add(login.claims());
        printed.addAll(login.claims().sources());
        login.claims().sources().forEach(source -> printed.add(source.document()));
        if (result instanceof LoginResult.Accepted accepted) {
            accepted(accepted);
        }
        return result;
    }

    private void accepted(LoginResult.Accepted accepted) {
        printed.addAll(List.of(accepted.link(), accepted.profile(), accepted.decisions(), accepted.warnings()));
        printed.addAll(accepted.revoked());
        printed.add(accepted.proof());
        accepted.decisions().forEach(decision -> printed.addAll(List.of(decision.before(), decision.after())));
        for (RootAttribute attribute : RootAttribute.ALL) {
            printed.add(accepted.profile().given(attribute));
        }
        if (accepted.link() instanceof LinkDecision.LinkProposed proposed) {
            printed.addAll(proposed.candidates());
            printed.add(proposed.toJson().toJson());
        }
        user(accepted.after());
    }

    private void user(User user) {
        RootAttributes root = user.root();
        printed.addAll(List.of(user, user.id(), root, user.counters(), user.userMetadata(), user.appMetadata()));
        root.forEach((attribute, owned) -> printed.addAll(List.of(owned, owned.value(), owned.owner())));
        user.identities()
                .forEach(identity -> printed.addAll(List.of(identity, identity.key(), identity.profileData())));
        printed.add(world.selfService().profile(user.id()));
    }

    private void refusal(Refusal refusal) {
        printed.addAll(List.of(refusal, refusal.asException(), refusal.publicCode()));
    }

    private void change(ChangeResult result) {
        printed.add(result);
        result.refusal().ifPresent(this::refusal);
        if (result instanceof ChangeResult.Done done) {
            done.before().ifPresent(this::user);
            done.after().ifPresent(this::user);
            done.other().ifPresent(this::user);
        }
    }

    private void thrown(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException thrown) {
            printed.add(thrown);
            return;
        }
        throw new AssertionError("nothing was thrown");
    }

    private static LoginProof proof(LoginResult result) {
        return ((LoginResult.Accepted) result).proof().orElseThrow();
    }

    @Test
    @DisplayName("M2: no value, address, id or token is in what any object prints or any message says")
    void silence() {
        String second = ADA.replace("zq7-1", "zq7-2");
        LoginResult social = login(World.loginOf("social", ADA));
        login(World.loginOf("social", ADA.replace("zq7 name", "zq7 other").replace("7,", "'zq7',")));
        LoginResult company = login(World.loginOf("company", second));
        login(World.loginOf("database", ADA));
        login(World.loginOf("social", "{'sub':' zq7','name':'zq7'}"));
        login(World.loginOf("elsewhere", ADA));
        login(Login.of("social", Claims.parse("{zq7".getBytes(StandardCharsets.UTF_8), Evidence.SIGNUP)));
        login(Login.of("social", World.userinfo(ADA).and(World.userinfo(second))));

        User user = world.find("social|zq7-1").orElseThrow();
        for (String request : List.of(
                "{'set':{'name':'zq7 edited'},'user_metadata':{'a':'zq7'}}",
                "{'set':{'picture':'zq7'}}",
                "{'set':{'name':'zq7\\u0000'}}",
                "{'set':{'email':'zq7'}}",
                "{'set':{'zq7':'zq7'}}",
                "{'user_metadata':{'zq7.zq7':1}}",
                "{'app_metadata':'zq7'}")) {
            JsonObject json = World.json(request);
            printed.addAll(List.of(AdministratorEdit.from(json), SelfServiceEdit.from(json), json));
            change(world.adminEdits(user, request));
            change(world.userEdits(user, request));
        }

        AccountLinking linking = AccountLinking.over(store);
        change(linking.link(proof(social), proof(social)));
        change(linking.link(proof(social), proof(company)));
        change(linking.link(proof(social), proof(login(World.loginOf("database", second.replace("zq7-2", "zq7-3"))))));
        change(world.administration().unlink(user.id(), new IdentityKey("zq7", "zq7")));
        change(world.administration().unlink(user.id(), new IdentityKey("company", "zq7-2")));
        change(world.administration().block(user.id()));
        login(World.loginOf("social", ADA));
        change(world.administration().delete(user.id()));
        login(World.loginOf("social", ADA));
        change(world.administration().delete(user.id()));

        thrown(() -> new InMemoryUserStore()
                .write(new UserChange.Delete(world.store.find(user.id()).orElseThrow())));
        thrown(() -> world.store.write(new UserChange.Insert(user)));
        thrown(() -> UserId.of("zq7\u0000"));
        thrown(() -> UserJson.read(UserJson.write(user).without("created_at")));
        thrown(() -> UserJson.read(UserJson.write(user)
                .with("updated_at", World.json("{'t':'zq7'}").get("t").orElseThrow())));
        printed.addAll(List.of(world.logins, world.store, world.connections, world.administration(), linking));

        assertThat(printed).hasSizeGreaterThan(400);
        assertThat(printed.stream().map(String::valueOf).filter(text -> text.contains(MARK)))
                .isEmpty();
    }
}
