package dev.onoma.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.oauth.oidc.IdTokenExpectation;
import dev.onoma.oauth.oidc.IdTokenVerifier;
import dev.onoma.oauth.oidc.IssuerRule;
import dev.onoma.oauth.oidc.KeySet;
import dev.onoma.oauth.oidc.KeySource;
import dev.onoma.oauth.oidc.VerifiedIdToken;
import dev.onoma.providers.oidc.Oidc;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * From the text of an id_token to the known user, in memory: Onoma to the stored and synchronized user, Spring Security
 * to its {@code OidcUser}, Nimbus to its claims, beside the RSA signature check that all of them make.
 */
@State(Scope.Benchmark)
public class IdTokenLogin {
    private final IssuedToken issued = new IssuedToken();
    private final String token = issued.text();

    private final byte[] signingInput =
            token.substring(0, token.lastIndexOf('.')).getBytes(US_ASCII);
    private final byte[] signature = Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
    private final PublicKey key = issued.publicKey();

    private final IdTokenExpectation expected = IdTokenExpectation.nonce(IssuedToken.NONCE);
    private final IdTokenVerifier verifier = IdTokenVerifier.of(
                    IssuerRule.exactly(IssuedToken.ISSUER),
                    IssuedToken.CLIENT,
                    KeySource.of(KeySet.parse(keys().toString().getBytes(UTF_8))))
            .build();
    private final LoginProcessor logins = LoginProcessor.builder(new InMemoryUserStore())
            .connection(Oidc.connection("sso", IssuedToken.ISSUER).build())
            .build();

    private final DefaultJWTProcessor<SecurityContext> nimbus = new DefaultJWTProcessor<>();
    private final NimbusJwtDecoder spring =
            NimbusJwtDecoder.withPublicKey(issued.publicKey()).build();
    private final List<SimpleGrantedAuthority> authorities = List.of(new SimpleGrantedAuthority("ROLE_USER"));

    /** The issuer with its one key, which everybody has; a first login, so that the measured ones are returning. */
    public IdTokenLogin() {
        nimbus.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(keys())));
        nimbus.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                IssuedToken.CLIENT,
                new JWTClaimsSet.Builder()
                        .issuer(IssuedToken.ISSUER)
                        .claim("nonce", IssuedToken.NONCE)
                        .build(),
                Set.of("sub", "exp", "iat")));
        if (!(login() instanceof LoginResult.Accepted)
                || !(login() instanceof LoginResult.Accepted again)
                || again.outcome() != LoginOutcome.UNCHANGED) {
            throw new IllegalStateException("a second login with the same token must change nothing");
        }
    }

    private JWKSet keys() {
        return new JWKSet(issued.key().toPublicJWK());
    }

    private LoginResult login() {
        return logins.login(Login.of("sso", verifier.verify(token, expected).claims()));
    }

    @Benchmark
    public boolean floor() throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(key);
        check.update(signingInput);
        return check.verify(signature);
    }

    @Benchmark
    public LoginResult onoma() {
        return login();
    }

    @Benchmark
    public VerifiedIdToken onomaToTheClaims() {
        return verifier.verify(token, expected);
    }

    @Benchmark
    public JWTClaimsSet nimbus() throws ParseException, BadJOSEException, JOSEException {
        return nimbus.process(token, null);
    }

    @Benchmark
    public OidcUser spring() {
        Jwt jwt = spring.decode(token);
        return new DefaultOidcUser(
                authorities,
                new OidcIdToken(jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims()));
    }
}
