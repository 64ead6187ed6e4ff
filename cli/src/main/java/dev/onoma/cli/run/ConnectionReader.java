package dev.onoma.cli.run;

import dev.onoma.cli.Providers;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.provider.Provider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a connection's configuration; what is wrong with it is an {@link IllegalArgumentException} that names it. */
final class ConnectionReader {
    private static final Set<String> FIELDS = Set.of(
            "name",
            "provider",
            "sync",
            "sync_attributes",
            "clear_on_absent",
            "clear_on_null",
            "email_trust",
            "deny",
            "link",
            "link_trusted",
            "keep_deleted_out",
            "migrate_user_metadata");

    private final JsonObject configuration;

    private ConnectionReader(JsonObject configuration) {
        this.configuration = configuration;
    }

    /** The connection that an operation configures. */
    static Connection read(Operation operation) {
        Optional<String> unknown = operation.unknown(FIELDS);
        if (unknown.isPresent()) {
            throw new IllegalArgumentException("a connection has no field \"" + unknown.get() + "\"");
        }
        return new ConnectionReader(operation.object(FIELDS)).read();
    }

    private Connection read() {
        String providerName = text("provider");
        Provider provider = Providers.find(providerName)
                .orElseThrow(() -> new IllegalArgumentException("provider must be one of " + Providers.known()));
        Connection.Builder connection = Connection.of(text("name"), provider);
        connection.syncPolicy(syncPolicy(provider));
        if (configuration.has("email_trust")) {
            connection.emailTrust(emailTrust(value("email_trust")));
        }
        connection.deny(texts("deny").toArray(new String[0]));
        if (configuration.has("link")) {
            connection.linkPolicy(
                    LinkPolicy.named(text("link")).orElseThrow(() -> mustBe("link", "never, propose or automatic")));
        }
        if (flag("link_trusted")) {
            connection.trustForLinking();
        }
        if (flag("keep_deleted_out")) {
            connection.keepDeletedOut();
        }
        object("migrate_user_metadata")
                .forEach((attribute, field) -> connection.migrateUserMetadata(
                        attribute(attribute), asText("migrate_user_metadata." + attribute, field)));
        return connection.build();
    }

    private SyncPolicy syncPolicy(Provider provider) {
        SyncPolicy policy = configuration.has("sync")
                ? SyncPolicy.ofMode(rule("sync", value("sync")))
                : provider.kind().isOwn() ? SyncPolicy.ON_FIRST_LOGIN : SyncPolicy.ON_EACH_LOGIN;
        for (String name : object("sync_attributes").names()) {
            JsonValue rule = object("sync_attributes").get(name).orElseThrow();
            policy = policy.override(attribute(name), rule("sync_attributes." + name, rule));
        }
        for (String name : texts("clear_on_absent")) {
            policy = policy.clearOnAbsent(attribute(name));
        }
        for (String name : texts("clear_on_null")) {
            policy = policy.clearOnNull(attribute(name));
        }
        return policy;
    }

    private static RootAttribute attribute(String name) {
        return RootAttribute.named(name).orElseThrow(() -> {
            boolean flag = RootAttribute.ALL.stream()
                    .anyMatch(pair -> pair.flagName().filter(name::equals).isPresent());
            return new IllegalArgumentException(
                    flag
                            ? name + " has no rule of its own: the pair is configured under the name of its address"
                            : "there is no root attribute of that name");
        });
    }

    private static SyncRule rule(String field, JsonValue value) {
        return SyncRule.named(asText(field, value))
                .orElseThrow(() -> mustBe(field, "a sync rule such as on_each_login"));
    }

    private static EmailTrust emailTrust(JsonValue value) {
        if (value instanceof JsonObject object && object.names().equals(List.of("domains"))) {
            return EmailTrust.domains(Set.copyOf(new LinkedHashSet<>(
                    asTexts("email_trust.domains", object.get("domains").orElseThrow()))));
        }
        return switch (value instanceof JsonString text ? text.value() : "") {
            case "from_claim" -> EmailTrust.fromClaim();
            case "always" -> EmailTrust.always();
            case "never" -> EmailTrust.never();
            default -> throw mustBe("email_trust", "from_claim, always, never or {\"domains\":[…]}");
        };
    }

    private JsonValue value(String field) {
        return configuration
                .get(field)
                .orElseThrow(() -> new IllegalArgumentException("a connection needs the field \"" + field + "\""));
    }

    private String text(String field) {
        return asText(field, value(field));
    }

    private boolean flag(String field) {
        if (configuration.get(field).orElse(JsonBoolean.FALSE) instanceof JsonBoolean flag) {
            return flag.value();
        }
        throw mustBe(field, "a boolean");
    }

    private JsonObject object(String field) {
        if (configuration.get(field).orElse(JsonObject.EMPTY) instanceof JsonObject object) {
            return object;
        }
        throw mustBe(field, "an object");
    }

    private List<String> texts(String field) {
        return asTexts(field, configuration.get(field).orElse(JsonArray.of()));
    }

    private static List<String> asTexts(String field, JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            throw mustBe(field, "an array of strings");
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            if (!(element instanceof JsonString text)) {
                throw mustBe(field, "an array of strings");
            }
            texts.add(text.value());
        }
        return texts;
    }

    private static String asText(String field, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw mustBe(field, "a string");
    }

    private static IllegalArgumentException mustBe(String field, String expected) {
        return new IllegalArgumentException(field + " must be " + expected);
    }
}
