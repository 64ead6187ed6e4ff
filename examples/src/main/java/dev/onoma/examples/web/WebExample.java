package dev.onoma.examples.web;

import com.sun.net.httpserver.HttpServer;
import dev.onoma.examples.web.account.OwnAccounts;
import dev.onoma.examples.web.server.Sessions;
import dev.onoma.examples.web.server.WebServer;
import dev.onoma.providers.database.message.DevelopmentSender;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The web example: {@code http://localhost:8080}, or the port in {@code ONOMA_PORT}. It signs people in with Google and
 * Facebook where {@code ONOMA_GOOGLE_CLIENT_ID}, {@code ONOMA_GOOGLE_CLIENT_SECRET} and their like for {@code
 * ONOMA_FACEBOOK} are set; whichever is not is simulated on this machine. Users live as long as the process.
 */
public final class WebExample implements AutoCloseable {
    private final URI base;
    private final Optional<SimulatedProviders> simulation;
    private final WebServer server;

    private WebExample(URI base, Optional<SimulatedProviders> simulation, WebServer server) {
        this.base = base;
        this.simulation = simulation;
        this.server = server;
    }

    /** Runs until it is interrupted. */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        WebExample example;
        try {
            example = start(System.getenv());
        } catch (BindException taken) {
            throw new IllegalStateException("the port is taken: set ONOMA_PORT to another", taken);
        }
        out.println("Open " + example.base + " in a browser. Control-C ends it.");
        Runtime.getRuntime().addShutdownHook(new Thread(example::close));
    }

    /** Starts the example as the environment says. */
    static WebExample start(Map<String, String> environment) throws IOException {
        int port = Integer.parseInt(environment.getOrDefault("ONOMA_PORT", "8080"));
        Optional<Registration> google = Registration.from(environment, "ONOMA_GOOGLE");
        Optional<Registration> facebook = Registration.from(environment, "ONOMA_FACEBOOK");
        // A port of loopback alone: whoever shares the network has no business here.
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        // By name, because Google registers http://localhost and no address; and the cookies of the stand-ins at
        // 127.0.0.1 are not ours, whatever the port.
        URI base = URI.create("http://localhost:" + server.getAddress().getPort());
        Optional<SimulatedProviders> simulation =
                google.isPresent() && facebook.isPresent() ? Optional.empty() : Optional.of(new SimulatedProviders());
        IdentityProviders providers = new IdentityProviders(base);
        List<OfferedProvider> offered = List.of(
                google.map(providers::google)
                        .orElseGet(
                                () -> providers.google(simulation.orElseThrow().google())),
                facebook.map(providers::facebook)
                        .orElseGet(() ->
                                providers.facebook(simulation.orElseThrow().facebook())));
        Sessions sessions = new Sessions(Clock.systemUTC());
        // Whoever sees a mailbox signs in as anybody in it, which with a stand-in for a provider anybody does anyway.
        Optional<DevelopmentSender> mailbox =
                simulation.map(simulated -> DevelopmentSender.keeping(OwnAccounts.messages(base)));
        Users users = new Users(offered, (user, why) -> sessions.endAll(user));
        Application application = new Application(offered, users, simulation, mailbox, sessions);
        List<String> origins = offered.stream().map(OfferedProvider::origin).toList();
        return new WebExample(base, simulation, WebServer.start(server, base, origins, sessions, application::answer));
    }

    /** Where it is. */
    URI base() {
        return base;
    }

    /** The stand-ins, where there are any. */
    Optional<SimulatedProviders> simulation() {
        return simulation;
    }

    @Override
    public void close() {
        server.close();
        simulation.ifPresent(SimulatedProviders::close);
    }
}
