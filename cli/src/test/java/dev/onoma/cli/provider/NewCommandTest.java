package dev.onoma.cli.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("onoma provider new")
class NewCommandTest {
    @TempDir
    private Path folder;

    private Shown make(String... arguments) {
        List<String> call = new ArrayList<>(List.of("provider", "new"));
        call.addAll(List.of(arguments));
        return Shell.onoma(call.toArray(new String[0])).run();
    }

    @Test
    @DisplayName("makes a module, and prints its files")
    void files() {
        Path module = folder.resolve("acme");

        Shown shown = make("acme", "-o", module.toString());

        assertThat(shown.status()).isZero();
        assertThat(shown.at(1, "outcome")).isEqualTo("'created'");
        assertThat(shown.at(1, "files"))
                .isEqualTo("['README.md','pom.xml','.gitignore','src/main/java/module-info.java',"
                        + "'src/main/java/com/example/acme/package-info.java','src/main/java/com/example/acme/Acme.java',"
                        + "'src/test/java/com/example/acme/AcmeContractTest.java',"
                        + "'src/test/resources/fixtures/userinfo.json']");
        assertThat(module.resolve("src/main/java/com/example/acme/Acme.java")).exists();
        assertThat(module.resolve("README.md")).content().contains("# Acme for Onoma");
    }

    @Test
    @DisplayName("leaves no placeholder in any file")
    void placeholders() throws IOException {
        make("acme", "-o", folder.toString());

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("{{", "}}", "${"));
        }
    }

    @Test
    @DisplayName("makes a module that builds and passes its contract as it is")
    void builds(@TempDir Path repository) throws IOException, InterruptedException, URISyntaxException {
        make("acme-id", "--subject", "account_id", "--package", "org.acme.login", "-o", folder.toString());

        List<String> call = new ArrayList<>(
                List.of(Path.of(System.getProperty("maven.home", ""), "bin/mvn").toString()));
        call.addAll(MavenRepository.in(repository).arguments());
        call.add("verify");
        Path log = repository.resolve("build.log");
        ProcessBuilder builder = new ProcessBuilder(call)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process maven = builder.start();
        try {
            assertThat(maven.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            maven.destroyForcibly();
        }

        assertThat(log).content().contains("BUILD SUCCESS").containsPattern("Tests run: [1-9][0-9], Failures: 0");
        assertThat(folder.resolve("target/onoma-provider-acme-id-0.1.0-SNAPSHOT.jar"))
                .exists();
    }

    @Test
    @DisplayName("makes a provider with five attributes in at most 20 lines of its own code")
    void lines() throws IOException {
        make("acme", "-o", folder.toString());

        List<String> own = Files.readAllLines(folder.resolve("src/main/java/com/example/acme/Acme.java")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("(package|import|/\\*\\*|\\*|//).*"))
                .toList();

        assertThat(own).hasSizeLessThanOrEqualTo(20);
        assertThat(own.stream().filter(line -> line.matches("\\.(attribute|email)\\(.*")))
                .hasSize(5);
    }

    @Test
    @DisplayName("uses the plugins that this project is built with")
    void plugins() throws IOException {
        make("acme", "-o", folder.toString());
        String parent = Files.readString(Path.of("../pom.xml"));
        Matcher plugin = Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(folder.resolve("pom.xml")));
        int plugins = 0;
        while (plugin.find()) {
            plugins++;
            assertThat(parent)
                    .containsPattern("<artifactId>" + plugin.group(1) + "</artifactId>\\s*<version>"
                            + Pattern.quote(plugin.group(2)) + "</version>");
        }

        assertThat(plugins).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "acme-id, AcmeId, com.example.acmeid",
        "a_b--c, ABC, com.example.abc",
        "x7, X7, com.example.x7",
        "acme-, Acme, com.example.acme",
    })
    @DisplayName("makes a class's name of the provider's")
    void names(String provider, String type, String javaPackage) {
        make(provider, "-o", folder.toString());

        assertThat(folder.resolve("src/main/java/" + javaPackage.replace('.', '/') + "/" + type + ".java"))
                .content()
                .contains("package " + javaPackage + ";", "class " + type + " {", "\"" + provider + "\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        Acme; NAME: provider name must be 1 to 30 of a-z 0-9 _ -
        a b; NAME: provider name must be 1 to 30 of a-z 0-9 _ -
        ../acme; NAME: provider name must be 1 to 30 of a-z 0-9 _ -
        ``; NAME: provider name must be 1 to 30 of a-z 0-9 _ -
        user; NAME: connection name must not be "user", which names another owner of attributes
        provider; a provider "provider" would have the class Provider, which cannot be: name it else
        string; a provider "string" would have the class String, which cannot be: name it else
        7up; a provider "7up" would have the class 7up, which cannot be: name it else
        new; "com.example.new" is no name of a package: set one with --package
        """)
    @DisplayName("refuses a name that cannot be one, in one line")
    void wrongNames(String name, String complaint) {
        Shown shown = make(name, "-o", folder.resolve("module").toString());

        assertThat(shown).isEqualTo(new Shown(2, "", "onoma: " + complaint + "\n"));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a.1b", "Acme", "a-b", "a.class", "../a"})
    @DisplayName("refuses a package that is none")
    void wrongPackages(String javaPackage) {
        Shown shown = make("acme", "--package", javaPackage, "-o", folder.toString());

        assertThat(shown)
                .isEqualTo(new Shown(
                        2, "", "onoma: \"" + javaPackage + "\" is no name of a package: set one with --package\n"));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        email; --subject must be a stable id, and email is none
        Login; --subject must be a stable id, and Login is none
        name; --subject must be a stable id, and name is none
        a.b; --subject must be the name of one claim: letters, digits and _
        a | b; --subject must be the name of one claim: letters, digits and _
        `a"b`; --subject must be the name of one claim: letters, digits and _
        """)
    @DisplayName("refuses a subject that is no stable id")
    void wrongSubjects(String subject, String complaint) {
        Shown shown = make("acme", "--subject", subject, "-o", folder.toString());

        assertThat(shown).isEqualTo(new Shown(2, "", "onoma: " + complaint + "\n"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisplayName("writes over nothing: neither into a folder with something in it, nor in the place of a file")
    void existing() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "mine");

        Shown inFolder = make("acme", "-o", folder.toString());
        Shown inFile = make("acme", "-o", file.toString());

        assertThat(inFolder)
                .isEqualTo(
                        new Shown(2, "", "onoma: there is something at " + folder + " already: nothing was written\n"));
        assertThat(inFile)
                .isEqualTo(
                        new Shown(2, "", "onoma: there is something at " + file + " already: nothing was written\n"));
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(file).hasContent("mine");
    }

    @Test
    @DisplayName("says in one line what it cannot write")
    void unwritable() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "mine");

        Shown shown = make("acme", "-o", file.resolve("module").toString());

        assertThat(shown.status()).isEqualTo(2);
        assertThat(shown.err()).startsWith("onoma: cannot write ").endsWith("README.md\n");
    }
}
