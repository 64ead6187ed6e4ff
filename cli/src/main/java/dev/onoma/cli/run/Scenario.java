package dev.onoma.cli.run;

import dev.onoma.cli.Providers;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.RefusedException;
import dev.onoma.core.administration.Administration;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.administration.SelfService;
import dev.onoma.core.administration.SelfServiceEdit;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.RefusalJson;
import dev.onoma.core.link.CandidateMask;
import dev.onoma.core.login.AccountLinking;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginProof;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.user.UserJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out the operations of one scenario against one store. Each gives a result, refusals included. */
final class Scenario {
    /** Not secret: a scenario prints the same each time, and its users are invented. */
    private static final byte[] MASK_KEY = "a scenario has no secrets".getBytes(StandardCharsets.UTF_8);

    private final UserStore store;
    private final ScenarioClock clock = new ScenarioClock();
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final Map<String, LoginProof> latestProofs = new HashMap<>();

    Scenario(UserStore store) {
        this.store = store;
    }

    /**
     * Carries out one operation.
     *
     * @return its result; one with an {@code error} when it was refused
     * @throws WrongLineException when there is no such operation, or it lacks a field
     */
    JsonObject carryOut(Operation operation) {
        clock.moveTo(operation.at());
        try {
            return switch (operation.name()) {
                case "connection" -> connection(operation);
                case "login" -> login(operation);
                case "edit" -> edit(operation);
                case "block" -> told("blocked", administration().block(onlyUserId(operation)), operation);
                case "unblock" -> told("unblocked", administration().unblock(onlyUserId(operation)), operation);
                case "delete" -> told("deleted", administration().delete(onlyUserId(operation)), operation);
                case "show" -> show(operation);
                case "link" -> link(operation);
                case "unlink" -> unlink(operation);
                default ->
                    throw new WrongLineException("no operation is called that: known are connection, login,"
                            + " edit, block, unblock, delete, show, link, unlink");
            };
        } catch (RefusedException refused) {
            return refused(refused.refusal());
        }
    }

    private JsonObject connection(Operation operation) {
        try {
            Connection connection = ConnectionReader.read(operation);
            connections.put(connection.name(), connection);
            return outcome("configured").put("connection", connection.name()).build();
        } catch (IllegalArgumentException | JsonException wrong) {
            throw refusal(RefusalCode.INVALID_CONNECTION, String.valueOf(wrong.getMessage()));
        }
    }

    private JsonObject login(Operation operation) {
        operation.allow(
                Set.of("connection", "claims", "id_token", "userinfo", "ip", "user_agent", "client_id", "preview"));
        String name = operation.requiredText("connection");
        Login login = Login.of(name, claims(operation, name));
        Optional<String> ip = operation.text("ip");
        Optional<String> userAgent = operation.text("user_agent");
        Optional<String> clientId = operation.text("client_id");
        login = ip.isPresent() ? login.ip(ip.get()) : login;
        login = userAgent.isPresent() ? login.userAgent(userAgent.get()) : login;
        login = clientId.isPresent() ? login.clientId(clientId.get()) : login;
        LoginProcessor processor = LoginProcessor.builder(store)
                .connections(registry())
                .candidateMask(CandidateMask.withKey(MASK_KEY))
                .clock(clock)
                .build();
        LoginResult result = operation.flag("preview") ? processor.preview(login) : processor.login(login);
        if (result instanceof LoginResult.Accepted accepted) {
            accepted.proof()
                    .ifPresent(proof -> latestProofs.put(accepted.after().id().value(), proof));
        }
        return result.toJson();
    }

    private Claims claims(Operation operation, String connection) {
        Optional<byte[]> claims = operation.raw("claims");
        Optional<byte[]> idToken = operation.raw("id_token");
        Optional<byte[]> userinfo = operation.raw("userinfo");
        boolean sources = idToken.isPresent() || userinfo.isPresent();
        if (claims.isPresent() == sources) {
            throw new WrongLineException("login needs claims, or else id_token, userinfo or both");
        }
        if (sources) {
            return Providers.claims(idToken, userinfo);
        }
        // Of an unknown connection the processor reads no claims: it refuses the login, or the preview of one.
        Connection configured = connections.get(connection);
        return configured == null
                ? Providers.claims(Optional.empty(), claims)
                : Providers.claims(claims.orElseThrow(), configured.provider());
    }

    private JsonObject edit(Operation operation) {
        operation.allow(Set.of("user_id", "by", "set", "user_metadata", "app_metadata"));
        UserId id = userId(operation);
        String by = operation.text("by").orElse("admin");
        JsonObject request = request(operation);
        ChangeResult result = switch (by) {
            case "user" -> SelfService.over(store, registry(), clock).edit(id, SelfServiceEdit.from(request));
            case "admin" -> administration().edit(id, AdministratorEdit.from(request));
            default -> throw new WrongLineException("edit: by must be user or admin");
        };
        return told(result.orElseThrow().isChange() ? "updated" : "unchanged", result, operation);
    }

    private static JsonObject request(Operation operation) {
        for (String field : Set.of("set", "user_metadata", "app_metadata")) {
            try {
                operation.value(field);
            } catch (JsonException wrong) {
                throw refusal(
                        field.equals("set") ? RefusalCode.INVALID_ATTRIBUTE : RefusalCode.FORBIDDEN_METADATA,
                        field + ": " + wrong.getMessage());
            }
        }
        return operation.object(Set.of("set", "user_metadata", "app_metadata"));
    }

    private JsonObject show(Operation operation) {
        User user = administration()
                .find(onlyUserId(operation))
                .orElseThrow(() -> refusal(RefusalCode.USER_NOT_FOUND, "no user has that id"));
        return outcome("found").put("user", UserJson.write(user)).build();
    }

    private JsonObject link(Operation operation) {
        operation.allow(Set.of("primary", "secondary"));
        String primary = operation.requiredText("primary");
        String secondary = operation.requiredText("secondary");
        requireUser(primary);
        requireUser(secondary);
        if (primary.equals(secondary)) {
            throw refusal(RefusalCode.SAME_USER, "a user cannot be linked to itself");
        }
        return told("linked", AccountLinking.over(store, clock).link(proof(primary), proof(secondary)), operation);
    }

    private void requireUser(String id) {
        if (administration().find(userId(id)).isEmpty()) {
            throw refusal(RefusalCode.USER_NOT_FOUND, "no user has that id");
        }
    }

    private LoginProof proof(String userId) {
        LoginProof proof = latestProofs.get(userId);
        // An identity that was unlinked since is another user's: its proof is no longer of a login as this one.
        if (proof == null || !isOf(userId, proof)) {
            throw refusal(RefusalCode.LOGIN_NOT_RECENT, "linking needs a login of both users in this scenario");
        }
        return proof;
    }

    private boolean isOf(String userId, LoginProof proof) {
        return store.find(proof.identity())
                .filter(stored -> stored.user().id().value().equals(userId))
                .isPresent();
    }

    private JsonObject unlink(Operation operation) {
        operation.allow(Set.of("user_id", "connection", "subject"));
        ChangeResult.Done done = administration()
                .unlink(
                        userId(operation),
                        new IdentityKey(operation.requiredText("connection"), operation.requiredText("subject")))
                .orElseThrow();
        return outcome("unlinked")
                .put("user", UserJson.write(done.after().orElseThrow()))
                .put("new_user", UserJson.write(done.other().orElseThrow()))
                .build();
    }

    private static JsonObject told(String outcome, ChangeResult result, Operation operation) {
        ChangeResult.Done done = result.orElseThrow();
        JsonObject.Builder told = outcome(outcome);
        done.after()
                .ifPresentOrElse(
                        user -> told.put("user", UserJson.write(user)),
                        () -> told.put("user_id", operation.requiredText("user_id")));
        return told.build();
    }

    private static UserId onlyUserId(Operation operation) {
        operation.allow(Set.of("user_id"));
        return userId(operation);
    }

    private static UserId userId(Operation operation) {
        return userId(operation.requiredText("user_id"));
    }

    private static UserId userId(String id) {
        try {
            return UserId.of(id);
        } catch (IllegalArgumentException impossible) {
            throw refusal(RefusalCode.USER_NOT_FOUND, "no user has that id");
        }
    }

    private Administration administration() {
        return Administration.over(store, registry(), clock);
    }

    private Connections registry() {
        return Connections.of(connections.values());
    }

    private static JsonObject.Builder outcome(String word) {
        return JsonObject.builder().put("outcome", word);
    }

    private static RefusedException refusal(RefusalCode code, String message) {
        return new Refusal(code, message).asException();
    }

    private static JsonObject refused(Refusal refusal) {
        JsonObject.Builder told = outcome("refused");
        RefusalJson.write(refusal).forEach(told::put);
        return told.build();
    }
}
