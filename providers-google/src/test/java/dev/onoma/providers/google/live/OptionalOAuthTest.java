package dev.onoma.providers.google.live;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.onoma.core.connection.Connection;
import dev.onoma.providers.google.Google;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who only needs the table of claims has neither the module oauth nor the libraries behind it. */
class OptionalOAuthTest {
    private static final String GOOGLE = "dev.onoma.providers.google";

    @Test
    @DisplayName("nothing outside of the live half needs it")
    void direction() {
        JavaClasses classes = new ClassFileImporter()
                .importUrl(Google.class.getProtectionDomain().getCodeSource().getLocation());

        assertThat(classes.contain(GoogleLogin.class)).isTrue();
        noClasses()
                .that()
                .resideInAPackage(GOOGLE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.onoma.oauth..", GOOGLE + ".live..", "com.github.scribejava..", "com.nimbusds.."))
                .check(classes);
    }

    @Test
    @DisplayName("the mapping works on a class path of core and provider alone, where live logins do not")
    void isolated() throws IOException, ReflectiveOperationException {
        URL[] path = {location(Google.class), location(Connection.class), location(jackson())};
        // Not below the platform's loader, which knows all named modules of the test.
        try (URLClassLoader alone = new URLClassLoader(path, null)) {
            Class<?> google = alone.loadClass(GOOGLE + ".Google");

            assertThat(google.getMethod("connection", String.class).invoke(null, "google-oauth2"))
                    .isNotNull();
            assertThatThrownBy(() -> Class.forName(GOOGLE + ".live.GoogleLogin", true, alone)
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
