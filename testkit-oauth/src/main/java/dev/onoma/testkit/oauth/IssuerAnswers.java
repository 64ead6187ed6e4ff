package dev.onoma.testkit.oauth;

import static dev.onoma.testkit.oauth.Misbehaviour.GARBLED_ID_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.MISSING_ID_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.MISSING_SUBJECT_IN_USERINFO;
import static dev.onoma.testkit.oauth.Misbehaviour.NUMERIC_ID_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.NUMERIC_SUBJECT_IN_USERINFO;
import static dev.onoma.testkit.oauth.Misbehaviour.OTHER_SUBJECT_IN_USERINFO;
import static dev.onoma.testkit.oauth.Misbehaviour.REPLAYED_ID_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.SIGNED_USERINFO;
import static dev.onoma.testkit.oauth.Misbehaviour.SIGNED_USERINFO_BY_STRANGER;
import static dev.onoma.testkit.oauth.Misbehaviour.SIGNED_USERINFO_FOR_OTHERS;
import static dev.onoma.testkit.oauth.Misbehaviour.UNSIGNED_USERINFO_TOKEN;

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
            REPLAYED_ID_TOKEN,
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
        return SHOWN.contains(misbehaviour)
                || TokenEndpoint.SHOWN.contains(misbehaviour)
                || DiscoveryDocument.shows(misbehaviour);
    }

    Answer discovery() {
        return Answer.json(200, DiscoveryDocument.of(issuer, idTokens.algorithm(), issuer.active()));
    }

    Answer authorization(RecordedRequest request) {
        return authorization.answer(request);
    }

    Answer token(RecordedRequest request) {
        return tokenEndpoint.answer(request, this::addTokens);
    }

    private void addTokens(JsonObject.Builder tokens, Grants.Grant grant, String accessToken) {
        if (grant.asksFor("offline_access")) {
            tokens.put("refresh_token", issuer.grants.secret());
        }
        if (grant.asksFor("openid") && !issuer.does(MISSING_ID_TOKEN)) {
            addIdToken(tokens, grant, accessToken);
        }
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
        return issuer.bearer(request)
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
