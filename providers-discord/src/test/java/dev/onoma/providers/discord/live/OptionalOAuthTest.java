package dev.onoma.providers.discord.live;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.onoma.core.connection.Connection;
import dev.onoma.providers.discord.Discord;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who only needs the table of claims has neither the module oauth nor the libraries behind it. */
class OptionalOAuthTest {
    private static final String DISCORD = "dev.onoma.providers.discord";

    @Test
    @DisplayName("nothing outside of the live half needs it")
    void direction() {
        JavaClasses classes = new ClassFileImporter()
                .importUrl(Discord.class.getProtectionDomain().getCodeSource().getLocation());

        assertThat(classes.contain(DiscordLogin.class)).isTrue();
        noClasses()
                .that()
                .resideInAPackage(DISCORD)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.onoma.oauth..", DISCORD + ".live..", "com.github.scribejava..", "com.nimbusds.."))
                .check(classes);
    }

    @Test
    @DisplayName("the mapping works on a class path of core and provider alone, where live logins do not")
    void isolated() throws IOException, ReflectiveOperationException {
        URL[] path = {location(Discord.class), location(Connection.class), location(jackson())};
        // Not below the platform's loader, which knows all named modules of the test.
        try (URLClassLoader alone = new URLClassLoader(path, null)) {
            Class<?> discord = alone.loadClass(DISCORD + ".Discord");

            assertThat(discord.getMethod("connection", String.class).invoke(null, "discord"))
                    .isNotNull();
            assertThatThrownBy(() -> Class.forName(DISCORD + ".live.DiscordLogin", true, alone)
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
