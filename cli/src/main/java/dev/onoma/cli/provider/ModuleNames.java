package dev.onoma.cli.provider;

import dev.onoma.cli.WrongCallException;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.Provider;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a new module calls things.
 *
 * @param provider the provider's name in identities and user ids
 * @param type the name of its class
 * @param javaPackage the package of that class, and the name of the module
 * @param subject the claim with the stable id
 */
record ModuleNames(String provider, String type, String javaPackage, String subject) {
    /** What the generated code calls by these names already. */
    private static final Set<String> TAKEN = Set.of("Connection", "Evidence", "Flag", "Provider", "ProviderContract");

    /** Claims that change hands, or that their owners change; the table maps the first of them to attributes. */
    private static final Set<String> UNSTABLE = Set.of(
            "email",
            "email_verified",
            "name",
            "given_name",
            "family_name",
            "picture",
            "emails",
            "mail",
            "upn",
            "unique_name",
            "preferred_username",
            "username",
            "user_name",
            "login",
            "screen_name",
            "nickname",
            "phone",
            "phone_number");

    /**
     * The names.
     *
     * @throws WrongCallException when one cannot be used
     */
    static ModuleNames of(String provider, String subject, Optional<String> javaPackage) {
        checkProvider(provider);
        String type = Arrays.stream(provider.split("[-_]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        if (!SourceVersion.isName(type) || TAKEN.contains(type) || isOfJava(type)) {
            throw new WrongCallException(
                    "a provider \"" + provider + "\" would have the class " + type + ", which cannot be: name it else");
        }
        String home = javaPackage.orElse("com.example." + provider.replaceAll("[-_]", ""));
        if (!SourceVersion.isName(home) || !home.equals(home.toLowerCase(Locale.ROOT))) {
            throw new WrongCallException("\"" + home + "\" is no name of a package: set one with --package");
        }
        if (!subject.matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
            throw new WrongCallException("--subject must be the name of one claim: letters, digits and _");
        }
        if (UNSTABLE.contains(subject.toLowerCase(Locale.ROOT))) {
            throw new WrongCallException("--subject must be a stable id, and " + subject + " is none");
        }
        return new ModuleNames(provider, type, home, subject);
    }

    private static void checkProvider(String provider) {
        try {
            Connection.of(provider, Provider.named(provider).subject("id").build())
                    .build();
        } catch (IllegalArgumentException wrong) {
            throw new WrongCallException("NAME: " + wrong.getMessage());
        }
    }

    private static boolean isOfJava(String type) {
        try {
            Class.forName("java.lang." + type, false, ModuleNames.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException free) {
            return false;
        }
    }

    /** The artifact, and the directory where none is named. */
    String artifact() {
        return "onoma-provider-" + provider;
    }
}
