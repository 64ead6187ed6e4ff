package dev.onoma.testkit.oauth;

import static java.util.Map.entry;

import dev.onoma.testkit.oauth.http.Parameters;
import java.util.Map;
import java.util.function.Consumer;

/** The misbehaviours that show in the answer to the browser. */
final class ResponseTwists {
    private static final String ANOTHER_ISSUER = "https://issuer.invalid";

    private static final Map<Misbehaviour, Consumer<Parameters>> TWISTS = Map.ofEntries(
            entry(Misbehaviour.WRONG_STATE, response -> response.set("state", "another-state")),
            entry(Misbehaviour.MISSING_STATE, response -> response.remove("state")),
            entry(Misbehaviour.DUPLICATE_STATE, response -> response.add("state", "another-state")),
            entry(Misbehaviour.WRONG_RESPONSE_ISSUER, response -> response.set("iss", ANOTHER_ISSUER)),
            entry(Misbehaviour.MISSING_RESPONSE_ISSUER, response -> response.remove("iss")),
            entry(Misbehaviour.DUPLICATE_RESPONSE_ISSUER, response -> response.add("iss", ANOTHER_ISSUER)),
            entry(Misbehaviour.MISSING_CODE, response -> response.remove("code")),
            entry(Misbehaviour.DUPLICATE_CODE, response -> response.add("code", "another-code")),
            entry(Misbehaviour.PADDED_CODE, response -> {}),
            entry(Misbehaviour.ACCESS_DENIED, response -> error(response, "access_denied")),
            entry(Misbehaviour.TEMPORARILY_UNAVAILABLE, response -> error(response, "temporarily_unavailable")),
            entry(Misbehaviour.INTERACTION_REQUIRED, response -> error(response, "interaction_required")),
            entry(
                    Misbehaviour.HOSTILE_ERROR,
                    response -> error(response, "<script>alert(1)</script>")
                            .add("error_description", "<img src=x onerror=alert(1)>\r\nlogin: accepted\u001b[2J\u0000")
                            .add("error_uri", "javascript:alert(1)")),
            entry(Misbehaviour.ERROR_BESIDE_CODE, response -> response.add("error", "server_error")));

    private ResponseTwists() {}

    static boolean shows(Misbehaviour misbehaviour) {
        return TWISTS.containsKey(misbehaviour);
    }

    static void apply(Misbehaviour misbehaviour, Parameters response) {
        TWISTS.getOrDefault(misbehaviour, same -> {}).accept(response);
    }

    private static Parameters error(Parameters response, String code) {
        return response.remove("code").set("error", code);
    }
}
