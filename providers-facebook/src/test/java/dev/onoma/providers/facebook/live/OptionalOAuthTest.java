package dev.onoma.providers.facebook.live;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.onoma.core.connection.Connection;
import dev.onoma.providers.facebook.Facebook;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who only needs the table of claims has neither the module oauth nor the libraries behind it. */
class OptionalOAuthTest {
    private static final String FACEBOOK = "dev.onoma.providers.facebook";

    @Test
    @DisplayName("nothing outside of the live half needs it")
    void direction() {
        JavaClasses classes = new ClassFileImporter()
                .importUrl(Facebook.class.getProtectionDomain().getCodeSource().getLocation());

        assertThat(classes.contain(FacebookLogin.class)).isTrue();
        noClasses()
                .that()
                .resideInAPackage(FACEBOOK)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.onoma.oauth..", FACEBOOK + ".live..", "com.github.scribejava..", "com.nimbusds.."))
                .check(classes);
    }

    @Test
    @DisplayName("the mapping works on a class path of core and provider alone, where live logins do not")
    void isolated() throws IOException, ReflectiveOperationException {
        URL[] path = {location(Facebook.class), location(Connection.class), location(jackson())};
        // Not below the platform's loader, which knows all named modules of the test.
        try (URLClassLoader alone = new URLClassLoader(path, null)) {
            Class<?> facebook = alone.loadClass(FACEBOOK + ".Facebook");

            assertThat(facebook.getMethod("connection", String.class).invoke(null, "facebook"))
                    .isNotNull();
            assertThatThrownBy(() -> Class.forName(FACEBOOK + ".live.FacebookLogin", true, alone)
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
