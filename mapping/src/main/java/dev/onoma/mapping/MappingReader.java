package dev.onoma.mapping;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.provider.Provider;
import dev.onoma.mapping.Node.Field;
import dev.onoma.mapping.Node.Fields;
import dev.onoma.mapping.Node.Place;
import dev.onoma.mapping.Node.Scalar;
import dev.onoma.providers.oidc.ClaimMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes a mapping of a file's parts, and collects all that is wrong with them. */
final class MappingReader {
    static final List<String> FIELDS =
            List.of("provider", "social", "openid_connect", "subject", "attributes", "id_space", "deny", "email_trust");

    /** Claims that change hands, or that their owners change: whoever has one next would get the account. */
    private static final Set<String> UNSTABLE = Set.of(
            "email",
            "emails",
            "mail",
            "upn",
            "userprincipalname",
            "unique_name",
            "preferred_username",
            "username",
            "user_name",
            "login",
            "screen_name",
            "nickname",
            "name",
            "phone",
            "phone_number");

    private final Problems problems = new Problems();
    private final ValueReader values = new ValueReader(problems);
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Node root;

    MappingReader(Node root) {
        this.root = root;
        values.fields(root, "a mapping file").forEach(field -> {
            if (FIELDS.contains(field.name().text())) {
                fields.put(field.name().text(), field);
            } else {
                values.unknown(field.name(), "", FIELDS);
            }
        });
    }

    /**
     * The mapping.
     *
     * @throws InvalidMappingException when something is wrong with the file
     */
    MappingFile read() {
        boolean openIdConnect = field("openid_connect").filter(values::flag).isPresent();
        boolean social = field("social").filter(values::flag).isPresent();
        Optional<Provider.Builder> named = field("provider")
                .flatMap(values::text)
                .flatMap(name -> problems.tried(name.place(), () -> Provider.named(name.text())));
        if (!fields.containsKey("provider")) {
            problems.add(root.place(), "\"provider\" is missing: the provider's name in identities and user ids");
        }
        Optional<String> subject = subject(openIdConnect);
        Map<String, String> attributes = attributes(openIdConnect);
        List<String> deny = field("deny").map(values::texts).orElse(List.of());
        Optional<EmailTrust> trust = field("email_trust").flatMap(this::emailTrust);
        Optional<String> idSpace = field("id_space").flatMap(values::text).map(Scalar::text);
        problems.check();

        Provider.Builder provider = named.orElseThrow().subject(subject.orElseThrow());
        if (openIdConnect) {
            provider.openIdConnect();
        }
        if (social) {
            provider.social();
        }
        ClaimMap claims = openIdConnect ? ClaimMap.of(attributes) : ClaimMap.only(attributes);
        return new MappingFile(claims.applyTo(provider).build(), deny, trust, idSpace);
    }

    private Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private Optional<String> subject(boolean openIdConnect) {
        Field field = fields.get("subject");
        if (field == null) {
            if (!openIdConnect) {
                problems.add(root.place(), "\"subject\" is missing: where the account's stable id is");
            }
            return openIdConnect ? Optional.of("sub") : Optional.empty();
        }
        Optional<String> paths = values.paths(field);
        paths.map(ClaimPath::listOf).orElse(List.of()).stream()
                .map(ClaimPath::toString)
                .filter(path -> UNSTABLE.contains(
                        path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)))
                .forEach(path -> problems.add(
                        field.value().place(),
                        "\"" + path + "\" is no subject: an address or a name may change, and become somebody else's"));
        return paths;
    }

    private Map<String, String> attributes(boolean openIdConnect) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Field all = fields.get("attributes");
        for (Field field : all == null ? List.<Field>of() : values.fields(all.value(), "\"attributes\"")) {
            String name = field.name().text();
            if (ClaimMap.isReserved(name)) {
                problems.add(field.name().place(), "\"" + name + "\" is reserved, no claim can be mapped to it");
            } else if (!ClaimMap.names().contains(name)) {
                values.unknown(field.name(), "attribute ", new TreeSet<>(ClaimMap.names()));
            } else {
                values.paths(field).ifPresent(paths -> attributes.put(name, paths));
            }
        }
        if (all != null && !openIdConnect) {
            RootAttribute.ALL.forEach(pair -> checkFlag(pair, (Fields) orEmpty(all.value())));
        }
        return attributes;
    }

    /** Where nothing is mapped by itself, a flag needs its address. */
    private void checkFlag(RootAttribute pair, Fields attributes) {
        Set<String> names =
                attributes.fields().stream().map(field -> field.name().text()).collect(Collectors.toSet());
        for (Field field : attributes.fields()) {
            if (pair.flagName().equals(Optional.of(field.name().text())) && !names.contains(pair.fieldName())) {
                problems.add(field.name().place(), "a flag needs its address: \"" + pair.fieldName() + "\" is missing");
            }
        }
    }

    private static Node orEmpty(Node node) {
        return node instanceof Fields ? node : new Fields(node.place(), List.of());
    }

    private Optional<EmailTrust> emailTrust(Field field) {
        Place place = field.value().place();
        if (field.value() instanceof Fields only
                && only.fields().size() == 1
                && only.fields().get(0).name().text().equals("domains")) {
            List<String> domains = values.texts(only.fields().get(0));
            return problems.tried(place, () -> EmailTrust.domains(Set.copyOf(domains)));
        }
        String word = field.value() instanceof Scalar scalar ? scalar.text() : "";
        return switch (word) {
            case "from_claim" -> Optional.of(EmailTrust.fromClaim());
            case "always" -> Optional.of(EmailTrust.always());
            case "never" -> Optional.of(EmailTrust.never());
            default -> {
                problems.add(place, "\"email_trust\" must be from_claim, always, never, or domains: [example.com]");
                yield Optional.empty();
            }
        };
    }
}
