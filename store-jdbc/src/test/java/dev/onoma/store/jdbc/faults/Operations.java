package dev.onoma.store.jdbc.faults;

import static dev.onoma.store.jdbc.World.DEVELOPER;
import static dev.onoma.store.jdbc.World.TRUSTING;
import static dev.onoma.store.jdbc.World.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.login.LoginProof;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.store.jdbc.World;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What applications do with users, from the first login to the last trace. */
final class Operations {
    private static final Map<String, String> ADA =
            Map.of("id", "ada", "name", "Ada", "email", FaultyDatabase.SECRET, "email_verified", "true");
    private static final Map<String, String> COUNTESS =
            Map.of("id", "ada", "name", "Ada, Countess", "email", FaultyDatabase.SECRET, "email_verified", "true");

    static final List<Operation> ALL = List.of(
            after("first login", world -> {}, world -> accepted(world.login(DEVELOPER, ADA))),
            after("returning login", Operations::ada, world -> accepted(world.login(DEVELOPER, ADA))),
            after("login that updates", Operations::ada, world -> accepted(world.login(DEVELOPER, COUNTESS))),
            after("refused login of a blocked user", Operations::blocked, world -> world.login(DEVELOPER, ADA)),
            after("automatic link", Operations::ada, world -> accepted(world.login(TRUSTING, ADA))),
            Operation.whole("link by two proofs", Operations::link),
            inSteps(
                    "unlink",
                    Operations::linked,
                    world -> done(
                            world.administration().unlink(id("ada"), new IdentityKey(DEVELOPER, "ada.work")),
                            RefusalCode.IDENTITY_NOT_FOUND)),
            after(
                    "edit",
                    Operations::ada,
                    world -> world.administration().edit(id("ada"), edit()).orElseThrow()),
            inSteps(
                    "block",
                    Operations::ada,
                    world -> world.administration().block(id("ada")).orElseThrow()),
            inSteps(
                    "delete",
                    Operations::linked,
                    world -> done(world.administration().delete(id("ada")), RefusalCode.USER_NOT_FOUND)),
            inSteps(
                    "delete of a blocked user",
                    Operations::blocked,
                    world -> done(world.administration().delete(id("ada")), RefusalCode.USER_NOT_FOUND)),
            after("refused login of a tombstone", Operations::tombstone, world -> world.login(DEVELOPER, ADA)),
            after(
                    "unblock of a tombstone",
                    Operations::tombstone,
                    world -> world.administration().unblock(id("ada")).orElseThrow()));

    private Operations() {}

    private static Operation after(String name, Consumer<World> before, Consumer<World> step) {
        return Operation.whole(name, world -> {
            before.accept(world);
            world.later();
            return () -> step.accept(world);
        });
    }

    /** A change, and then tickets that are revoked: a step of its own, whose failure leaves the change. */
    private static Operation inSteps(String name, Consumer<World> before, Consumer<World> step) {
        return new Operation(
                name, Operation.Kind.IN_STEPS, after(name, before, step).prepare());
    }

    /** Done, now or before it was cut short. */
    private static void done(ChangeResult result, RefusalCode before) {
        assertThat(result.refusal().map(refusal -> refusal.code()).filter(code -> !code.equals(before)))
                .isEmpty();
    }

    private static LoginProof accepted(LoginResult result) {
        return result.accepted().orElseThrow().proof().orElseThrow();
    }

    private static void ada(World world) {
        accepted(world.login(DEVELOPER, ADA));
    }

    private static Runnable link(World world) {
        LoginProof ada = accepted(world.login(DEVELOPER, ADA));
        LoginProof work = accepted(world.login("ada.work"));
        world.later();
        return () -> world.linking().link(ada, work).orElseThrow();
    }

    private static void linked(World world) {
        link(world).run();
    }

    private static void blocked(World world) {
        ada(world);
        world.later();
        world.administration().block(id("ada")).orElseThrow();
    }

    private static void tombstone(World world) {
        blocked(world);
        world.later();
        world.administration().delete(id("ada")).orElseThrow();
    }

    private static AdministratorEdit edit() {
        return AdministratorEdit.builder()
                .userMetadata(JsonObject.builder().put("language", "hr").build())
                .appMetadata(JsonObject.builder().put("plan", "full").build())
                .build();
    }
}
