package dev.onoma.examples.embedding;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** A Tomcat behind a filter; each page says who is signed in. */
public final class TomcatSite implements Site {
    /** It warns of threads that live on when a site is closed: here they are the test's. */
    private static final Logger LEAKS = Logger.getLogger("org.apache.catalina.loader.WebappClassLoaderBase");

    private final Tomcat tomcat;

    private TomcatSite(Tomcat tomcat) {
        this.tomcat = tomcat;
    }

    /**
     * Starts it.
     *
     * @param folder for Tomcat's own files
     * @param https whether it believes to be behind a proxy that browsers reach by https
     * @param filter made for the site's address
     */
    public static TomcatSite start(Path folder, boolean https, Function<URI, Filter> filter) {
        LEAKS.setLevel(Level.OFF);
        Tomcat tomcat = new Tomcat();
        tomcat.setSilent(true);
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        Connector connector = tomcat.getConnector();
        connector.setProperty("address", "127.0.0.1");
        connector.setSecure(https);
        connector.setScheme(https ? "https" : "http");
        CompletableFuture<Filter> made = new CompletableFuture<>();
        configure(tomcat, (from, to, chain) -> made.join().doFilter(from, to, chain));
        try {
            tomcat.start();
        } catch (LifecycleException notStarted) {
            throw new IllegalStateException(notStarted);
        }
        TomcatSite site = new TomcatSite(tomcat);
        made.complete(filter.apply(site.base()));
        return site;
    }

    private static void configure(Tomcat tomcat, Filter filter) {
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(
                (classes, servlets) -> servlets.getSessionCookieConfig().setAttribute("SameSite", "Lax"), Set.of());
        FilterDef definition = new FilterDef();
        definition.setFilterName("logins");
        definition.setFilter(filter);
        context.addFilterDef(definition);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("logins");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
        Tomcat.addServlet(context, "page", new Page());
        context.addServletMappingDecoded("/", "page");
    }

    @Override
    public URI base() {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException notStopped) {
            throw new IllegalStateException(notStopped);
        }
    }

    private static final class Page extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Object user = request.getSession().getAttribute("user");
            response.getWriter()
                    .print(Optional.ofNullable(request.getRemoteUser())
                            .orElse(Objects.requireNonNullElse(user, "a guest").toString()));
        }
    }
}
