package dev.onoma.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onoma.providers.oidc.OidcIssuer;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The package {@code oidc-provider} of npm, in Node.js. */
final class OidcProvider implements LiveProvider {
    private static final Path HOME = home();

    private final int port = ChildProcess.freePort();
    private ChildProcess process = run();

    private OidcProvider() {}

    /** The calling test is skipped where there is no Node.js. */
    static OidcProvider start() {
        assumeTrue(
                isOnPath("node") && isOnPath("npm"),
                "skipped: oidc-provider runs in Node.js, and node or npm is not on the PATH");
        try (ChildProcess npm =
                ChildProcess.start(new ProcessBuilder("npm", "ci").directory(HOME.toFile()), HOME.resolve("npm.log"))) {
            npm.awaitSuccess();
        }
        return new OidcProvider();
    }

    private static Path home() {
        try {
            return Path.of(OidcProvider.class.getResource("/oidc-provider").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private ChildProcess run() {
        ChildProcess started = ChildProcess.start(
                new ProcessBuilder("node", "provider.mjs", String.valueOf(port)).directory(HOME.toFile()),
                HOME.resolve("provider.log"));
        started.awaitDiscovery(issuer().name());
        return started;
    }

    @Override
    public OidcIssuer issuer() {
        return OidcIssuer.of("http://127.0.0.1:" + port);
    }

    /** It makes its keys when it starts. */
    @Override
    public void changeKeys() {
        process.close();
        process = run();
    }

    @Override
    public void close() {
        process.close();
    }
}
