package dev.onoma.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.providers.facebook.Facebook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.pac4j.core.profile.CommonProfile;
import org.pac4j.oauth.profile.facebook.FacebookProfileDefinition;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;

/** From the bytes of Facebook's {@code /me} to a profile. */
@State(Scope.Benchmark)
public class FacebookProfile {
    private final byte[] body = Payload.FACEBOOK_ME.bytes();
    private final ObjectReader jackson = new ObjectMapper().readerForMapOf(Object.class);
    private final Connection connection = Facebook.connection("facebook").build();
    private final FacebookProfileDefinition pac4jDefinition = new FacebookProfileDefinition();
    private final Set<GrantedAuthority> authorities = Set.of(new SimpleGrantedAuthority("OAUTH2_USER"));

    @Benchmark
    public Map<String, Object> floor() throws IOException {
        return jackson.readValue(body);
    }

    @Benchmark
    public NormalizedProfile onoma() {
        return connection
                .normalize(Claims.parse(body, Evidence.GRAPH_API_RESPONSE))
                .orElseThrow();
    }

    @Benchmark
    public CommonProfile pac4j() {
        return pac4jDefinition.extractUserProfile(new String(body, StandardCharsets.UTF_8));
    }

    @Benchmark
    public OAuth2User springSecurity() throws IOException {
        return new DefaultOAuth2User(authorities, jackson.<Map<String, Object>>readValue(body), "id");
    }
}
