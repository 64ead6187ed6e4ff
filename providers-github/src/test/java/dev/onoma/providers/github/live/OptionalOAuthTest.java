package dev.onoma.providers.github.live;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.onoma.core.connection.Connection;
import dev.onoma.providers.github.GitHub;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who only needs the table of claims has neither the module oauth nor the libraries behind it. */
class OptionalOAuthTest {
    private static final String GITHUB = "dev.onoma.providers.github";

    @Test
    @DisplayName("nothing outside of the live half needs it")
    void direction() {
        JavaClasses classes = new ClassFileImporter()
                .importUrl(GitHub.class.getProtectionDomain().getCodeSource().getLocation());

        assertThat(classes.contain(GitHubLogin.class)).isTrue();
        noClasses()
                .that()
                .resideInAPackage(GITHUB)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.onoma.oauth..", GITHUB + ".live..", "com.github.scribejava..", "com.nimbusds.."))
                .check(classes);
    }

    @Test
    @DisplayName("the mapping works on a class path of core and provider alone, where live logins do not")
    void isolated() throws IOException, ReflectiveOperationException {
        URL[] path = {location(GitHub.class), location(Connection.class), location(jackson())};
        // Not below the platform's loader, which knows all named modules of the test.
        try (URLClassLoader alone = new URLClassLoader(path, null)) {
            Class<?> github = alone.loadClass(GITHUB + ".GitHub");

            assertThat(github.getMethod("connection", String.class).invoke(null, "github"))
                    .isNotNull();
            assertThatThrownBy(() -> Class.forName(GITHUB + ".live.GitHubLogin", true, alone)
                            .getDeclaredMethods())
                    .isInstanceOf(NoClassDefFoundError.class);
        }
    }

    private static Class<?> jackson() throws ClassNotFoundException {
        return Class.forName("com.fasterxml.jackson.core.JsonFactory");
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
