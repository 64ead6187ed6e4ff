package dev.onoma.interop;

import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.providers.oidc.OidcIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Keycloak, from its distribution, in development mode and with a database in memory. */
final class Keycloak implements LiveProvider {
    private static final String REALM = "staff";
    private static final String ADMINISTRATOR = "admin";

    private final String address;
    private final ChildProcess process;

    private Keycloak(String address, ChildProcess process) {
        this.address = address;
        this.process = process;
    }

    static Keycloak start() {
        Path home = Path.of(System.getProperty("onoma.keycloak"));
        importRealm(home);
        int port = ChildProcess.freePort();
        ProcessBuilder command = new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--db=dev-mem",
                "--import-realm");
        command.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        // It does not run for long enough to repay the better compiler.
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMINISTRATOR));
        Keycloak keycloak = new Keycloak(
                "http://127.0.0.1:" + port, ChildProcess.start(command, home.resolveSibling("keycloak.log")));
        keycloak.process.awaitDiscovery(keycloak.issuer().name());
        return keycloak;
    }

    private static void importRealm(Path home) {
        try (InputStream realm = Keycloak.class.getResourceAsStream("/keycloak/staff-realm.json")) {
            Path imports = Files.createDirectories(home.resolve("data/import"));
            Files.copy(realm, imports.resolve("staff-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public OidcIssuer issuer() {
        return OidcIssuer.keycloak(address, REALM);
    }

    @Override
    public void changeKeys() {
        String key = """
                {"name": "another key", "parentId": "staff", "providerId": "rsa-generated",
                 "providerType": "org.keycloak.keys.KeyProvider",
                 "config": {"priority": ["1000"], "active": ["true"], "enabled": ["true"], "algorithm": ["RS256"]}}
                """;
        HttpRequest creation = HttpRequest.newBuilder(URI.create(address + "/admin/realms/" + REALM + "/components"))
                .header("Authorization", "Bearer " + administratorsToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(key))
                .build();
        send(creation, 201);
    }

    private String administratorsToken() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=" + ADMINISTRATOR
                        + "&password=" + ADMINISTRATOR))
                .build();
        byte[] answer = send(request, 200).getBytes(StandardCharsets.UTF_8);
        JsonObject tokens =
                (JsonObject) JsonDocument.parse(answer, Limits.STANDARD).value();
        return ((JsonString) tokens.get("access_token").orElseThrow()).value();
    }

    private static String send(HttpRequest request, int expected) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException("Keycloak's administration answers with " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
