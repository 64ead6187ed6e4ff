package dev.onoma.testkit.oauth;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestFactory;

@DisplayName("A misbehaving answer to the browser")
class CallbackMisbehaviourTest {
    private static final String RIGHT_ISSUER = "https://accounts.google.com";
    private static final String OTHER_ISSUER = "https://issuer.invalid";

    static final Map<Misbehaviour, Scene.Look> LOOKS = Map.ofEntries(
            entry(
                    Misbehaviour.WRONG_STATE,
                    scene -> assertThat(sent(scene, "state")).containsExactly("another-state")),
            entry(
                    Misbehaviour.MISSING_STATE,
                    scene -> assertThat(sent(scene, "state")).isEmpty()),
            entry(
                    Misbehaviour.DUPLICATE_STATE,
                    scene -> assertThat(sent(scene, "state")).containsExactly("the-state", "another-state")),
            entry(
                    Misbehaviour.WRONG_RESPONSE_ISSUER,
                    scene -> assertThat(sent(scene, "iss")).containsExactly(OTHER_ISSUER)),
            entry(
                    Misbehaviour.MISSING_RESPONSE_ISSUER,
                    scene -> assertThat(sent(scene, "iss")).isEmpty()),
            entry(
                    Misbehaviour.DUPLICATE_RESPONSE_ISSUER,
                    scene -> assertThat(sent(scene, "iss")).containsExactly(RIGHT_ISSUER, OTHER_ISSUER)),
            entry(
                    Misbehaviour.MISSING_CODE,
                    scene -> assertThat(sent(scene, "code")).isEmpty()),
            entry(
                    Misbehaviour.DUPLICATE_CODE,
                    scene -> assertThat(sent(scene, "code")).hasSize(2).endsWith("another-code")),
            entry(Misbehaviour.PADDED_CODE, CallbackMisbehaviourTest::paddedCode),
            entry(Misbehaviour.ACCESS_DENIED, scene -> error(scene, "access_denied")),
            entry(Misbehaviour.TEMPORARILY_UNAVAILABLE, scene -> error(scene, "temporarily_unavailable")),
            entry(Misbehaviour.INTERACTION_REQUIRED, scene -> error(scene, "interaction_required")),
            entry(Misbehaviour.HOSTILE_ERROR, CallbackMisbehaviourTest::hostileError),
            entry(Misbehaviour.ERROR_BESIDE_CODE, CallbackMisbehaviourTest::errorBesideCode));

    @TestFactory
    @DisplayName("looks so in the browser's address")
    Stream<?> misbehaviours() {
        return Scene.tests(LOOKS);
    }

    private static void paddedCode(Scene scene) {
        String code = sent(scene, "code").get(0);

        assertThat(code).startsWith("4/0").endsWith("==");
        assertThat(scene.client().redeem(code).statusCode()).isEqualTo(200);
    }

    private static void error(Scene scene, String error) {
        var callback = scene.client().callback();

        assertThat(RelyingParty.values(callback, "error")).containsExactly(error);
        assertThat(RelyingParty.values(callback, "code")).isEmpty();
        assertThat(RelyingParty.values(callback, "state")).containsExactly("the-state");
    }

    private static void hostileError(Scene scene) {
        var callback = scene.client().callback();

        assertThat(RelyingParty.values(callback, "error")).containsExactly("<script>alert(1)</script>");
        assertThat(RelyingParty.values(callback, "error_description").get(0)).contains("\r\n", "\u0000", "<img");
    }

    private static void errorBesideCode(Scene scene) {
        var callback = scene.client().callback();

        assertThat(RelyingParty.values(callback, "error")).containsExactly("server_error");
        assertThat(RelyingParty.values(callback, "code")).hasSize(1);
    }

    private static List<String> sent(Scene scene, String parameter) {
        return RelyingParty.values(scene.client().callback(), parameter);
    }
}
