package dev.onoma.core.login;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusedException;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.json.RefusalJson;
import dev.onoma.core.link.LinkDecision;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.Warning;
import dev.onoma.core.sync.Decision;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.user.UserJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a login: accepted or refused, and why. A value; of a preview, what would become of it. */
public sealed interface LoginResult {
    /** A login that is refused before the processor sees it, as for a wrong password. */
    static LoginResult refused(String connection, Refusal refusal) {
        return new Refused(requireNonNull(connection, "connection"), requireNonNull(refusal, "refusal"), false);
    }

    /** The connection's name, as the login gave it. */
    String connection();

    /** Whose login it is. */
    LinkDecision link();

    /** The login's user; empty when it was refused. */
    Optional<User> user();

    /** Why the login was refused; empty when it was accepted. */
    Optional<Refusal> refusal();

    /** As JSON, in the shape that the command line prints. */
    JsonObject toJson();

    /** What an accepted login did; empty when it was refused. */
    default Optional<Accepted> accepted() {
        return this instanceof Accepted accepted ? Optional.of(accepted) : Optional.empty();
    }

    /**
     * The user.
     *
     * @throws RefusedException when the login was refused
     */
    default User orElseThrow() {
        return user().orElseThrow(() -> refusal().orElseThrow().asException());
    }

    /** A login that was accepted. Immutable. */
    final class Accepted implements LoginResult {
        private final NormalizedProfile profile;
        private final LoginOutcome outcome;
        private final Optional<User> before;
        private final User after;
        private final LinkDecision link;
        private final List<Decision> decisions;
        private final List<Warning> warnings;
        private final List<UserId> revoked;
        private final @Nullable LoginProof proof;

        Accepted(Judgement.Accepted judgement, User after, @Nullable LoginProof proof) {
            this.profile = judgement.profile();
            this.outcome = judgement.outcome();
            this.before = judgement.before();
            this.after = requireNonNull(after, "after");
            this.link = judgement.link();
            this.decisions = judgement.decisions();
            this.warnings = judgement.warnings();
            this.revoked = judgement.revoked();
            this.proof = proof;
        }

        @Override
        public String connection() {
            return profile.connection();
        }

        /** What the login said, before any policy. */
        public NormalizedProfile profile() {
            return profile;
        }

        public LoginOutcome outcome() {
            return outcome;
        }

        /** The user before the login; empty when the login created it. */
        public Optional<User> before() {
            return before;
        }

        /** The user after the login. */
        public User after() {
            return after;
        }

        @Override
        public LinkDecision link() {
            return link;
        }

        /** One decision for each root attribute that was stored or sent, in the attributes' order. */
        public List<Decision> decisions() {
            return decisions;
        }

        /** What could not be used. */
        public List<Warning> warnings() {
            return warnings;
        }

        /**
         * Users whose passwords, sessions and tickets end now, because this login proved that their unconfirmed address
         * is somebody else's. What the store and the processor's session listener did not end, the application must.
         */
        public List<UserId> revoked() {
            return revoked;
        }

        /** The proof that this login happened; empty for a preview. */
        public Optional<LoginProof> proof() {
            return Optional.ofNullable(proof);
        }

        public boolean isPreview() {
            return proof == null;
        }

        @Override
        public Optional<User> user() {
            return Optional.of(after);
        }

        @Override
        public Optional<Refusal> refusal() {
            return Optional.empty();
        }

        @Override
        public JsonObject toJson() {
            List<JsonValue> decided = new ArrayList<>();
            decisions.forEach(decision -> decided.add(decision.toJson()));
            List<JsonValue> warned = new ArrayList<>();
            warnings.forEach(warning -> warned.add(warning.toJson()));
            JsonObject.Builder json = JsonObject.builder()
                    .put("outcome", outcome.word())
                    .put("user_id", after.id().value())
                    .put("user", UserJson.write(after))
                    .put("decisions", new JsonArray(decided))
                    .put("link", link.toJson())
                    .put("warnings", new JsonArray(warned));
            if (isPreview()) {
                json.put("preview", true);
            }
            return json.build();
        }

        /** What happened; no value of anybody's profile. */
        @Override
        public String toString() {
            return "LoginResult[" + outcome.word() + ", " + link.getClass().getSimpleName() + ", " + decisions
                    + ", warnings=" + warnings.size() + (isPreview() ? ", preview]" : "]");
        }
    }

    /** A login that was refused. Immutable. */
    final class Refused implements LoginResult {
        private final String connection;
        private final Refusal refusal;
        private final boolean preview;

        Refused(String connection, Refusal refusal, boolean preview) {
            this.connection = connection;
            this.refusal = refusal;
            this.preview = preview;
        }

        @Override
        public String connection() {
            return connection;
        }

        /** Why; {@link Refusal#publicCode()} is what a browser may be told. */
        public Refusal reason() {
            return refusal;
        }

        @Override
        public LinkDecision link() {
            return new LinkDecision.Refused();
        }

        @Override
        public Optional<User> user() {
            return Optional.empty();
        }

        @Override
        public Optional<Refusal> refusal() {
            return Optional.of(refusal);
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder().put("outcome", "refused");
            RefusalJson.write(refusal).forEach(json::put);
            if (preview) {
                json.put("preview", true);
            }
            return json.build();
        }

        @Override
        public String toString() {
            return "LoginResult[refused, " + refusal.code().code() + "]";
        }
    }
}
