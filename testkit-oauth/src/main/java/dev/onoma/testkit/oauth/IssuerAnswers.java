package dev.onoma.testkit.oauth;

import static dev.onoma.testkit.oauth.Misbehaviour.ENORMOUS_EXPIRES_IN;
import static dev.onoma.testkit.oauth.Misbehaviour.ERROR_WITH_STATUS_200;
import static dev.onoma.testkit.oauth.Misbehaviour.GARBLED_ID_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.MISSING_ACCESS_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.MISSING_ID_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.MISSING_SUBJECT_IN_USERINFO;
import static dev.onoma.testkit.oauth.Misbehaviour.NUMERIC_ID_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.NUMERIC_SUBJECT_IN_USERINFO;
import static dev.onoma.testkit.oauth.Misbehaviour.OTHER_SUBJECT_IN_USERINFO;
import static dev.onoma.testkit.oauth.Misbehaviour.REPLAYED_ID_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.REUSABLE_CODES;
import static dev.onoma.testkit.oauth.Misbehaviour.SIGNED_USERINFO;
import static dev.onoma.testkit.oauth.Misbehaviour.SIGNED_USERINFO_BY_STRANGER;
import static dev.onoma.testkit.oauth.Misbehaviour.SIGNED_USERINFO_FOR_OTHERS;
import static dev.onoma.testkit.oauth.Misbehaviour.UNSIGNED_USERINFO_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.WRONG_TOKEN_TYPE;

import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.testkit.oauth.http.Answer;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** What an issuer's endpoints say. */
final class IssuerAnswers {
    private static final Set<Misbehaviour> SHOWN = Set.of(
            MISSING_ID_TOKEN,
            NUMERIC_ID_TOKEN,
            GARBLED_ID_TOKEN,
            MISSING_ACCESS_TOKEN,
            WRONG_TOKEN_TYPE,
            ENORMOUS_EXPIRES_IN,
            REPLAYED_ID_TOKEN,
            ERROR_WITH_STATUS_200,
            REUSABLE_CODES,
            OTHER_SUBJECT_IN_USERINFO,
            MISSING_SUBJECT_IN_USERINFO,
            NUMERIC_SUBJECT_IN_USERINFO,
            SIGNED_USERINFO,
            SIGNED_USERINFO_BY_STRANGER,
            SIGNED_USERINFO_FOR_OTHERS,
            UNSIGNED_USERINFO_TOKEN);

    private final FakeIssuer issuer;
    private final IdTokens idTokens;
    private final AuthorizationEndpoint authorization;
    private final TokenEndpoint tokenEndpoint;
    private final AtomicReference<Optional<String>> lastIdToken = new AtomicReference<>(Optional.empty());

    IssuerAnswers(FakeIssuer issuer, ProviderBuilder<?> settings, IdTokens idTokens) {
        this.issuer = issuer;
        this.idTokens = idTokens;
        this.authorization = new AuthorizationEndpoint(issuer, settings, true, Optional.of(idTokens.issuer()));
        this.tokenEndpoint = new TokenEndpoint(issuer);
    }

    static boolean shows(Misbehaviour misbehaviour) {
        return SHOWN.contains(misbehaviour) || DiscoveryDocument.shows(misbehaviour);
    }

    Answer discovery() {
        return Answer.json(200, DiscoveryDocument.of(issuer, idTokens.algorithm(), issuer.active()));
    }

    Answer authorization(RecordedRequest request) {
        return authorization.answer(request);
    }

    Answer token(RecordedRequest request) {
        if (!request.method().equals("POST")) {
            return Answer.oauthError(405, "invalid_request");
        }
        if (!request.parameter("grant_type").orElse("").equals("authorization_code")) {
            return Answer.oauthError(400, "unsupported_grant_type");
        }
        TokenEndpoint.Outcome outcome = tokenEndpoint.redeem(request);
        if (issuer.does(ERROR_WITH_STATUS_200)) {
            return Answer.oauthError(200, "invalid_grant");
        }
        return outcome.grant()
                .map(grant -> Answer.json(200, tokens(grant)))
                .orElseGet(
                        () -> Answer.oauthError(outcome.error().equals("invalid_client") ? 401 : 400, outcome.error()));
    }

    private JsonObject tokens(Grants.Grant grant) {
        String accessToken = issuer.grants.accessToken(grant.person());
        JsonObject.Builder tokens = JsonObject.builder();
        if (!issuer.does(MISSING_ACCESS_TOKEN)) {
            tokens.put("access_token", accessToken);
        }
        tokens.put("token_type", issuer.does(WRONG_TOKEN_TYPE) ? "mac" : "Bearer")
                .put("expires_in", issuer.does(ENORMOUS_EXPIRES_IN) ? 99_999_999_999L : 3_599)
                .put("scope", grant.scope());
        if (grant.asksFor("offline_access")) {
            tokens.put("refresh_token", issuer.grants.secret());
        }
        if (grant.asksFor("openid") && !issuer.does(MISSING_ID_TOKEN)) {
            addIdToken(tokens, grant, accessToken);
        }
        return tokens.build();
    }

    private void addIdToken(JsonObject.Builder tokens, Grants.Grant grant, String accessToken) {
        String fresh = idTokens.issue(grant.person(), grant.nonce(), Optional.of(accessToken), issuer.active());
        String before = lastIdToken.getAndSet(Optional.of(fresh)).orElse(fresh);
        if (issuer.does(NUMERIC_ID_TOKEN)) {
            tokens.put("id_token", 1);
        } else if (issuer.does(GARBLED_ID_TOKEN)) {
            tokens.put("id_token", "not.a.token");
        } else {
            tokens.put("id_token", issuer.does(REPLAYED_ID_TOKEN) ? before : fresh);
        }
    }

    Answer userinfo(RecordedRequest request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .flatMap(header -> issuer.grants.holder(header.substring("Bearer ".length())))
                .map(this::claims)
                .orElseGet(() -> Answer.oauthError(401, "invalid_token")
                        .with("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    private Answer claims(Person person) {
        JsonObject.Builder builder = JsonObject.builder().put("sub", person.subject());
        person.claims().forEach(builder::add);
        JsonObject claims = builder.build();
        if (issuer.does(OTHER_SUBJECT_IN_USERINFO)) {
            claims = claims.with("sub", new JsonString("another-person"));
        } else if (issuer.does(MISSING_SUBJECT_IN_USERINFO)) {
            claims = claims.without("sub");
        } else if (issuer.does(NUMERIC_SUBJECT_IN_USERINFO)) {
            claims = claims.with("sub", JsonNumber.of(248_289_761_001L));
        }
        return inToken(claims, person).orElse(Answer.json(200, claims));
    }

    private Optional<Answer> inToken(JsonObject claims, Person person) {
        JsonObject whole = claims.with("iss", new JsonString(idTokens.issuerFor(person)))
                .with("aud", new JsonString(issuer.does(SIGNED_USERINFO_FOR_OTHERS) ? "others" : issuer.clientId()));
        byte[] payload = whole.toJson().getBytes(StandardCharsets.UTF_8);
        TokenForgery forgery = idTokens.forgery();
        if (issuer.does(SIGNED_USERINFO_BY_STRANGER)) {
            return Optional.of(jwt(forgery.tokenByStranger(payload)));
        }
        if (issuer.does(UNSIGNED_USERINFO_TOKEN)) {
            return Optional.of(jwt(forgery.unsignedToken(payload)));
        }
        boolean signed = issuer.does(SIGNED_USERINFO) || issuer.does(SIGNED_USERINFO_FOR_OTHERS);
        return signed ? Optional.of(jwt(forgery.token(payload, Set.of()))) : Optional.empty();
    }

    private static Answer jwt(String token) {
        return Answer.text(200, "application/jwt", token).with("Cache-Control", "no-store");
    }
}
