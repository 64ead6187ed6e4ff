package dev.onoma.core.json;

import dev.onoma.core.Refusal;

/** Refusals as JSON. */
public final class RefusalJson {
    private RefusalJson() {}

    /** {@code {"error":{"code":…,"message":…}}}, for the application's people. */
    public static JsonObject write(Refusal refusal) {
        return JsonObject.builder()
                .put(
                        "error",
                        JsonObject.builder()
                                .put("code", refusal.code().code())
                                .put("message", refusal.message())
                                .build())
                .build();
    }
}
