package dev.onoma.examples.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Logins at {@code /login?with=CONNECTION&returnTo=PATH} and {@code /callback}; who has logged in is the session's
 * attribute {@code user}. To be mapped to both paths. Thread-safe.
 *
 * @param flow with the clients
 */
public record LoginFilter(LoginFlow flow) implements Filter {
    @Override
    public void doFilter(ServletRequest from, ServletResponse to, FilterChain chain)
            throws IOException, ServletException {
        switch (((HttpServletRequest) from).getServletPath()) {
            case "/login" -> start((HttpServletRequest) from, (HttpServletResponse) to);
            case "/callback" -> finish((HttpServletRequest) from, (HttpServletResponse) to);
            default -> chain.doFilter(from, to);
        }
    }

    private void start(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String connection = requireNonNullElse(request.getParameter("with"), "");
        if (!flow.connections().contains(connection)) {
            response.sendError(404);
            return;
        }
        StartedLogin started = flow.start(connection, requireNonNullElse(request.getParameter("returnTo"), ""));
        response.addHeader("Set-Cookie", started.cookie("login", request.isSecure()));
        response.sendRedirect(started.redirectUri().toString());
    }

    private void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Stream<Cookie> cookies = Stream.ofNullable(request.getCookies()).flatMap(Stream::of);
        var handle = cookies.filter(cookie -> cookie.getName().equals("login")).findFirst();
        String parameters = request.getMethod().equals("POST")
                ? new String(request.getInputStream().readNBytes(1 << 18), UTF_8)
                : requireNonNullElse(request.getQueryString(), "");
        Callback callback = Callback.parse(parameters).ip(request.getRemoteAddr());
        LoginAnswer answer = flow.finish(callback, handle.map(Cookie::getValue).orElse(""));
        if (answer.user().isEmpty()) {
            response.sendError(403, answer.publicCode().orElse(""));
            return;
        }
        request.getSession().setAttribute("user", answer.user().get().id().value());
        request.changeSessionId(); // whoever knew the visitor's session before does not know the user's
        response.sendRedirect(answer.returnTo().orElse("/"));
    }
}
