package dev.onoma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.Provider;
import dev.onoma.testkit.fixture.Fixture;
import dev.onoma.testkit.fixture.Fixtures;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the folders of this project, so that a provider that was forgotten somewhere is found. */
@DisplayName("Each provider")
class AllProvidersTest {
    private static final Path PROJECT = Path.of("..");

    static List<ProviderModule> modules() throws IOException {
        return ProviderModule.allIn(PROJECT);
    }

    private static String text(String file) throws IOException {
        return Files.readString(PROJECT.resolve(file));
    }

    @Test
    @DisplayName("is found by its folder")
    void found() throws IOException {
        assertThat(modules())
                .extracting(ProviderModule::name)
                .contains("providers-google", "providers-facebook", "providers-github", "providers-discord");
    }

    @ParameterizedTest
    @MethodSource("modules")
    @DisplayName("has a preset: connection(name), which gives a connection to that provider")
    void preset(ProviderModule module) throws IOException, ReflectiveOperationException {
        List<Method> presets = Arrays.stream(module.type().getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getName().equals("connection"))
                .filter(method -> Arrays.stream(method.getParameterTypes()).allMatch(type -> type == String.class))
                .toList();

        assertThat(presets).isNotEmpty();
        for (Method preset : presets) {
            String[] arguments = new String[preset.getParameterCount()];
            Arrays.fill(arguments, "https://example.com");
            arguments[0] = "a-name";
            Connection connection = ((Connection.Builder) preset.invoke(null, (Object[]) arguments)).build();
            assertThat(connection.name()).isEqualTo("a-name");
            assertThat(connection.provider()).isSameAs(module.provider());
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    @DisplayName("has fixtures, some that give a profile and some that are refused")
    void fixtures(ProviderModule module) {
        List<Fixture> fixtures = Fixtures.in(module.folder().resolve("src/test/resources/fixtures"));

        assertThat(fixtures).hasSizeGreaterThanOrEqualTo(5);
        assertThat(fixtures).anyMatch(fixture -> fixture.expectedProfile().isPresent());
        assertThat(fixtures).anyMatch(fixture -> fixture.expectedRefusal().isPresent());
    }

    @ParameterizedTest
    @MethodSource("modules")
    @DisplayName("keeps the contract of providers")
    void contract(ProviderModule module) throws IOException {
        assertThat(module.sources("test"))
                .anySatisfy(source -> assertThat(source).content().contains("extends ProviderContract"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    @DisplayName("is documented: in its Javadoc, and on the page of live logins where it has a live half")
    void documentation(ProviderModule module) throws IOException, ReflectiveOperationException {
        String type = module.type().getSimpleName();

        assertThat(module.source(type)).content().containsPattern("\\*/\npublic (abstract )?(final )?class " + type);
        assertThat(module.source("package-info")).content().startsWith("/** ");
        if (module.hasLiveHalf()) {
            assertThat(text("docs/live-logins.md")).containsPattern("\n## .*(" + type + "|OpenID Connect issuer)");
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    @DisplayName("is in the README's table")
    void readme(ProviderModule module) throws IOException {
        assertThat(text("README.md").lines())
                .anyMatch(line -> line.matches("\\| `" + module.name() + "` \\| .{10,} \\|.*\\|"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    @DisplayName("is known to onoma map --provider, and the page of the command line says so")
    void commandLine(ProviderModule module) throws IOException, ReflectiveOperationException {
        Provider provider = module.provider();

        assertThat(Providers.find(provider.name())).containsSame(provider);
        assertThat(Providers.known().split(", ", -1)).contains(provider.name());
        assertThat(text("docs/command-line.md")).contains("`" + provider.name() + "`");
    }

    @ParameterizedTest
    @MethodSource("modules")
    @DisplayName("is built, and published with a version")
    void build(ProviderModule module) throws IOException {
        String artifact = "<artifactId>onoma-" + module.name() + "</artifactId>";

        assertThat(text("pom.xml")).contains("<module>" + module.name() + "</module>", artifact);
        assertThat(text("bom/pom.xml")).contains(artifact);
    }
}
