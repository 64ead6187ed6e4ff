package dev.onoma.fuzz.targets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.Bytes;
import dev.onoma.fuzz.input.JsonGrammar;
import dev.onoma.fuzz.input.Marker;
import dev.onoma.oauth.oidc.IdTokenExpectation;
import dev.onoma.oauth.oidc.IdTokenVerifier;
import dev.onoma.oauth.oidc.InvalidTokenException;
import dev.onoma.oauth.oidc.IssuerRule;
import dev.onoma.oauth.oidc.JwsAlgorithm;
import dev.onoma.oauth.oidc.KeySet;
import dev.onoma.oauth.oidc.KeySource;
import dev.onoma.oauth.oidc.VerifiedIdToken;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An id_token, three ways by the first byte: a right one with edits, and text as it is, which are never accepted; and
 * any header and payload signed by the issuer, of which only what names the issuer, client and subject is.
 */
final class IdTokenTarget implements Target {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);
    private static final JsonObject HEADER = Documents.json("{'alg':'ES256','kid':'k1','typ':'JWT'}");
    private static final JsonObject PAYLOAD =
            Documents.json("{'iss':'https://issuer.example','aud':'client','azp':'client','sub':'" + Marker.TEXT
                    + "','exp':1800000300,"
                    + "'iat':1799999990,'nbf':1799999990,'auth_time':1799999980,'nonce':'n1','acr':'1',"
                    + "'at_hash':'x','email':'" + Marker.TEXT + "@example.com','email_verified':true}");

    private final SignedTokens issuer = new SignedTokens();
    private final JsonGrammar headers = new JsonGrammar(List.of(
            HEADER,
            HEADER.without("kid"),
            Documents.json("{'alg':'none','crit':['b64'],'b64':false,'cty':'JWT','enc':'A256GCM','jku':'https://x',"
                    + "'jwk':{'kty':'oct','k':'AA'},'zip':'DEF','x5c':[]}")));
    private final JsonGrammar payloads = new JsonGrammar(List.of(
            PAYLOAD,
            PAYLOAD.without("at_hash"),
            Documents.json("{'aud':['client','other'],'exp':1e18,'iat':-1,'nonce':null,'at_hash':7,'amr':[]}")));
    private final IdTokenVerifier verifier = IdTokenVerifier.of(
                    IssuerRule.exactly("https://issuer.example"),
                    "client",
                    KeySource.of(KeySet.parse(issuer.published().getBytes(UTF_8))))
            .algorithms(JwsAlgorithm.ES256)
            .clock(CLOCK)
            .build();
    private final String right = signed(
            HEADER.toJson().getBytes(UTF_8), PAYLOAD.without("at_hash").toJson().getBytes(UTF_8));

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        String none = SignedTokens.base64("{\"alg\":\"none\"}".getBytes(UTF_8));
        String payload = SignedTokens.base64(PAYLOAD.toJson().getBytes(UTF_8));
        seeds.add((none + "." + payload + ".").getBytes(UTF_8));
        seeds.add((none + "." + payload + ".AAAA").getBytes(UTF_8));
        seeds.add((none + "..." + payload + ".AAAA").getBytes(UTF_8));
        seeds.add(new byte[] {1, 0, 1, 0, 'e'});
        seeds.add(new byte[] {2, 0, 0, 0, 0});
        seeds.add(new byte[] {2, 0, 0, 1, 0});
        seeds.add(new byte[] {2, 0, 2, 1, 3, 10, 1, 3, 2, 3, 4, 5});
        return seeds;
    }

    @Override
    public void run(byte[] input) {
        Bytes bytes = new Bytes(input);
        boolean edited = input.length > 0 && input[0] == 1;
        boolean ours = input.length > 0 && input[0] == 2;
        if (edited || ours) {
            bytes.take();
        }
        String token = ours ? issued(bytes) : edited ? bytes.edited(right) : bytes.rest();
        try {
            VerifiedIdToken accepted = verifier.verify(token, IdTokenExpectation.nonce("n1"));
            if (!ours && !token.equals(right)) {
                throw new IllegalStateException("a token was accepted that the issuer did not sign");
            }
            check(accepted, token);
        } catch (InvalidTokenException refused) {
            Marker.isAbsentFrom(refused);
            Marker.isAbsentFrom(refused.denial().toString());
        }
    }

    private String issued(Bytes bytes) {
        byte[] header = headers.object(bytes).toJson().getBytes(UTF_8);
        return signed(header, payloads.object(bytes).toJson().getBytes(UTF_8));
    }

    private String signed(byte[] header, byte[] payload) {
        try {
            return issuer.sign(header, payload);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the key is good for its algorithm", impossible);
        }
    }

    /** Read by other means than the verifier's. */
    private static void check(VerifiedIdToken accepted, String token) {
        String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        JsonObject claims = (JsonObject)
                JsonValue.parse(new String(java.util.Base64.getUrlDecoder().decode(payload), UTF_8));
        Same.check("the subject", claims.get("sub"), Optional.of(new JsonString(accepted.subject())));
        Same.check("the issuer", claims.get("iss"), PAYLOAD.get("iss"));
        Same.check("the nonce", claims.get("nonce"), PAYLOAD.get("nonce"));
        Marker.isAbsentFrom(accepted.toString());
    }
}
