package dev.onoma.faults;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.function.UnaryOperator;

/** What a provider says in place of a good answer, in good HTTP. */
@FunctionalInterface
interface Instead {
    ResponseDefinitionBuilder of(JsonObject good);

    static Instead says(int status, String body) {
        return good -> Answers.json(body).withStatus(status);
    }

    /** The good answer, with a member added or replaced. */
    static Instead with(String name, Object value) {
        return changed(good -> put(good, name, value));
    }

    static Instead without(String name) {
        return changed(good -> good.without(name));
    }

    static Instead changed(UnaryOperator<JsonObject> change) {
        return good -> Answers.json(change.apply(good).toJson());
    }

    static JsonObject put(JsonObject object, String name, Object value) {
        return object.with(name, value instanceof JsonValue json ? json : JsonValue.from(value));
    }

    default ResponseDefinitionBuilder of(String good) {
        return of((JsonObject) JsonValue.parse(good));
    }
}
