package dev.onoma.core.link;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose login it is: what became of the question whether an identity belongs to a known user. */
public sealed interface LinkDecision {
    /** As JSON: {@code decision}, and for a proposal {@code candidates}; nothing that a browser may not see. */
    default JsonObject toJson() {
        return JsonObject.builder().put("decision", getClass().getSimpleName()).build();
    }

    /** The identity is known: its user logs in, whatever the e-mail address says now. */
    record ExistingIdentity() implements LinkDecision {}

    /**
     * The identity is new and makes a new user.
     *
     * @param obstacle under {@code automatic}, what kept it from joining a known user; otherwise empty
     */
    record NewUser(Optional<String> obstacle) implements LinkDecision {
        public NewUser {
            requireNonNull(obstacle, "obstacle");
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder().put("decision", "NewUser");
            obstacle.ifPresent(words -> json.put("reason", words));
            return json.build();
        }
    }

    /**
     * The identity is new and makes a new user, but could belong to known ones: the person may be asked to log in as
     * one of them, and then the two be linked.
     *
     * @param candidates users with the same address
     */
    record LinkProposed(List<Candidate> candidates) implements LinkDecision {
        public LinkProposed {
            candidates = List.copyOf(candidates);
        }

        @Override
        public JsonObject toJson() {
            List<JsonValue> handles = new ArrayList<>();
            candidates.forEach(candidate -> handles.add(new JsonString(candidate.handle())));
            return JsonObject.builder()
                    .put("decision", "LinkProposed")
                    .put("candidates", new JsonArray(handles))
                    .build();
        }
    }

    /**
     * The identity is new and joins a known user.
     *
     * @param user whom
     */
    record LinkAllowed(UserId user) implements LinkDecision {
        public LinkAllowed {
            requireNonNull(user, "user");
        }
    }

    /** The login is refused, so the identity belongs to nobody. */
    record Refused() implements LinkDecision {}
}
