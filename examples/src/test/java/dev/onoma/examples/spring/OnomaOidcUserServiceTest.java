package dev.onoma.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import dev.onoma.core.administration.Administration;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.oidc.Oidc;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

@DisplayName("A user whom Spring Security has authenticated")
class OnomaOidcUserServiceTest {
    private static final String ISSUER = "https://sso.example.com/realms/demo";
    private final Instant morning = Instant.now().minusSeconds(3_600);
    private static final Map<String, Object> JANE = Map.of(
            "sub", "36fa0f91-f94d-4a0c-afed-6b7d952e47da",
            "name", "Jane Doe",
            "given_name", "Jane",
            "family_name", "Doe",
            "email", "janedoe@example.com",
            "email_verified", true,
            "groups", List.of("/staff"));

    private final KeyPair keys = rsaKeys();
    private final InMemoryUserStore store = new InMemoryUserStore();
    private final Connection connection = Oidc.connection("demo", ISSUER).build();
    private final List<LoginResult> results = new ArrayList<>();
    private final LoginProcessor logins = LoginProcessor.builder(store)
            .connection(connection)
            .listener((login, result) -> results.add(result))
            .build();
    private final OnomaOidcUserService service =
            new OnomaOidcUserService(request -> new DefaultOidcUser(List.of(), request.getIdToken()), logins);

    @Test
    @DisplayName("becomes a user of Onoma, under whose id Spring knows it from then on")
    void verifiedIdToken_becomesAUser() {
        OidcUser principal = service.loadUser(request(idToken(JANE, morning, "n-0S6_WzA2Mj")));

        User user = store.find(UserId.of(principal.getName())).orElseThrow().user();
        assertThat(principal.getName()).isEqualTo("oidc|demo|36fa0f91-f94d-4a0c-afed-6b7d952e47da");
        assertThat(user.name()).contains("Jane Doe");
        assertThat(user.isEmailVerified()).isTrue();
    }

    @Test
    @DisplayName("is not changed by a later token of another time and nonce")
    void laterIdToken_sameProfile_isATouch() {
        service.loadUser(request(idToken(JANE, morning, "n-0S6_WzA2Mj")));
        service.loadUser(request(idToken(JANE, morning.plusSeconds(900), "aQ7pL0_2xTz")));

        LoginResult.Accepted second = (LoginResult.Accepted) results.get(1);
        assertThat(second.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(second.after().updatedAt()).isEqualTo(second.after().createdAt());
        assertThat(second.after().counters().logins()).isEqualTo(2);
        assertThat(second.after().primaryIdentity().profileData().names())
                .doesNotContain("iss", "aud", "iat", "exp", "nonce");
    }

    @Test
    @DisplayName("keeps what only userinfo said, when the next login did not ask it")
    void idTokenAlone_afterUserinfo_clearsNothing() {
        OidcIdToken token = idToken(JANE, morning, "n-0S6_WzA2Mj");
        OidcUserInfo userinfo =
                new OidcUserInfo(Map.of("sub", token.getSubject(), "picture", "https://example.com/janedoe/me.jpg"));
        new OnomaOidcUserService(request -> new DefaultOidcUser(List.of(), token, userinfo), logins)
                .loadUser(request(token));

        service.loadUser(request(token));

        assertThat(results.get(1).orElseThrow().root().text(RootAttribute.PICTURE))
                .contains("https://example.com/janedoe/me.jpg");
    }

    @Test
    @DisplayName("is refused in Spring's own way, without saying why to the browser")
    void blockedUser_isAnAuthenticationException() {
        OidcUserRequest request = request(idToken(JANE, morning, "n-0S6_WzA2Mj"));
        String userId = service.loadUser(request).getName();
        Administration.over(store, Connections.of(connection))
                .block(UserId.of(userId))
                .orElseThrow();

        assertThatThrownBy(() -> service.loadUser(request))
                .isInstanceOfSatisfying(
                        OAuth2AuthenticationException.class,
                        refused -> assertThat(refused.getError().getErrorCode())
                                .isEqualTo(
                                        results.get(1).refusal().orElseThrow().publicCode())
                                .isNotEqualTo("user_blocked"));
    }

    /** Signed by the issuer, then verified and decoded as Spring's OpenID Connect login does it. */
    private OidcIdToken idToken(Map<String, Object> profile, Instant issuedAt, String nonce) {
        RSAKey key = new RSAKey.Builder((RSAPublicKey) keys.getPublic())
                .privateKey((RSAPrivateKey) keys.getPrivate())
                .build();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of("demo-app"))
                .issuedAt(issuedAt)
                .expiresAt(issuedAt.plusSeconds(86_400))
                .claim("nonce", nonce)
                .claims(all -> all.putAll(profile))
                .build();
        String token = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)))
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();

        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withPublicKey((RSAPublicKey) keys.getPublic()).build();
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        Jwt jwt = decoder.decode(token);
        return new OidcIdToken(jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims());
    }

    private OidcUserRequest request(OidcIdToken idToken) {
        ClientRegistration registration = ClientRegistration.withRegistrationId("demo")
                .clientId("demo-app")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("https://app.example.com/login/oauth2/code/demo")
                .authorizationUri(ISSUER + "/auth")
                .tokenUri(ISSUER + "/token")
                .build();
        OAuth2AccessToken accessToken = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "opaque", morning, morning.plusSeconds(86_400));
        return new OidcUserRequest(registration, accessToken, idToken);
    }

    private static KeyPair rsaKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
