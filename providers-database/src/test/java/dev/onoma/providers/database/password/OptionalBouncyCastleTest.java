package dev.onoma.providers.database.password;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.onoma.core.connection.Connection;
import dev.onoma.providers.database.Database;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who only maps the records of a database has no Bouncy Castle. */
class OptionalBouncyCastleTest {
    private static final String DATABASE = "dev.onoma.providers.database";

    @Test
    @DisplayName("nothing outside of the passwords needs it, and the mapping needs no passwords")
    void direction() {
        JavaClasses classes = new ClassFileImporter().importUrl(location(Database.class));

        assertThat(classes.contain(PasswordHasher.class)).isTrue();
        noClasses()
                .that()
                .resideOutsideOfPackage(DATABASE + ".password")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.bouncycastle.."))
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(DATABASE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(DATABASE + ".password.."))
                .check(classes);
    }

    @Test
    @DisplayName(
            "the mapping works on a class path of core and provider alone; a hasher says when it is built that it cannot")
    void isolated() throws IOException, ReflectiveOperationException {
        URL[] path = {
            location(Database.class),
            location(Connection.class),
            location(Class.forName("com.fasterxml.jackson.core.JsonFactory"))
        };
        // Not below the platform's loader, which knows all named modules of the test.
        try (URLClassLoader alone = new URLClassLoader(path, null)) {
            assertThat(alone.loadClass(DATABASE + ".Database")
                            .getMethod("connection", String.class)
                            .invoke(null, "users"))
                    .isNotNull();

            Class<?> hasher = alone.loadClass(DATABASE + ".password.PasswordHasher");
            Object builder = hasher.getMethod("builder").invoke(null);
            assertThatThrownBy(() -> builder.getClass().getMethod("build").invoke(builder))
                    .isInstanceOf(InvocationTargetException.class)
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
