package dev.onoma.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.connection.Connection;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a provider with a live half keeps: who only needs its table of claims has neither the module {@code oauth} nor the
 * libraries behind it. The live half is in a package of its own, below the preset's.
 */
public abstract class LiveHalfContract {
    private static final Set<String> LIVE_ONLY =
            Set.of("dev/onoma/oauth/", "com/github/scribejava/", "com/nimbusds/", "java/net/http/");

    /** For those who extend it. */
    protected LiveHalfContract() {}

    /** The class with the preset and the table, a static field {@code PROVIDER}. */
    protected abstract Class<?> preset();

    /** The class that live logins begin with. */
    protected abstract Class<?> live();

    @Test
    @DisplayName("nothing outside of the live half needs it, or what is behind it")
    void direction() throws IOException, URISyntaxException {
        assertThat(live().getPackageName()).startsWith(preset().getPackageName() + ".");
        Path folder = Path.of(location(preset()).toURI())
                .resolve(preset().getPackageName().replace('.', '/'));
        String liveFolder = live().getPackageName().replace('.', '/') + "/";
        List<Path> mapping = classes(folder);

        assertThat(mapping).isNotEmpty();
        for (Path file : mapping) {
            // Names of classes stand in a class file as they are (JVMS, section 4.4.7).
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(LIVE_ONLY.stream().filter(content::contains))
                    .as("what %s needs", file.getFileName())
                    .isEmpty();
            assertThat(content.contains(liveFolder))
                    .as("%s needs the live half", file.getFileName())
                    .isFalse();
        }
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    @Test
    @DisplayName("the mapping works on a class path of core and provider alone, where live logins do not")
    void isolated() throws IOException, ReflectiveOperationException {
        URL[] path = {location(preset()), location(Connection.class), location(jackson())};
        // Not below the platform's loader, which knows all named modules of the test.
        try (URLClassLoader alone = new URLClassLoader(path, null)) {
            Class<?> mapping = alone.loadClass(preset().getName());

            assertThat(mapping.getField("PROVIDER").get(null)).isNotNull();
            assertThatThrownBy(
                            () -> Class.forName(live().getName(), true, alone).getDeclaredMethods())
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
