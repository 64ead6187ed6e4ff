package dev.onoma.examples.spring;

import dev.onoma.core.login.LoginProcessor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;

/** What an application that has Spring Security configures. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ShopSecurity {
    @Bean
    SecurityFilterChain security(HttpSecurity http, LoginProcessor logins) {
        OnomaUsers onoma = new OnomaUsers(logins);
        return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .oauth2Login(login -> login.failureHandler(ShopSecurity::refuse)
                        .userInfoEndpoint(
                                users -> users.oidcUserService(onoma::oidc).userService(onoma::oauth2)))
                .build();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.sendError(
                403,
                why instanceof OAuth2AuthenticationException oauth
                        ? oauth.getError().getErrorCode()
                        : "");
    }
}
