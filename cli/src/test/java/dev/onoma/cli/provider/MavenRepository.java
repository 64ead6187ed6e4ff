package dev.onoma.cli.provider;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A local repository of Maven's in a folder of its own, into which this project's modules are put as they were built, and
 * which takes all else from the user's local repository as if that were a remote one. The user's is only read; no
 * network is needed, since what a new module needs this build has needed too.
 */
final class MavenRepository {
    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final Path folder;

    private MavenRepository(Path folder) {
        this.folder = folder;
    }

    static MavenRepository in(Path folder) throws IOException, URISyntaxException {
        MavenRepository repository = new MavenRepository(folder);
        repository.putPom("onoma-parent", Path.of("../pom.xml"));
        repository.putPom("onoma-bom", Path.of("../bom/pom.xml"));
        for (Path built : modulesThatThisTestRunsWith()) {
            repository.putModule(built);
        }
        Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><mirrors><mirror><id>read-only</id><mirrorOf>*</mirrorOf><url>"
                        + usersRepository().toUri() + "</url></mirror></mirrors></settings>");
        return repository;
    }

    /** Jars, or folders of classes, below this project's modules, but not this one's. */
    private static List<Path> modulesThatThisTestRunsWith() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        String path = System.getProperty("jdk.module.path", "")
                + File.pathSeparator
                + System.getProperty("java.class.path", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(element -> !element.isEmpty())
                .map(element -> Path.of(element).toAbsolutePath().normalize())
                .filter(element -> element.startsWith(project)
                        && !element.startsWith(Path.of("").toAbsolutePath()))
                .distinct()
                .toList();
    }

    /** The arguments with which Maven uses this repository, and neither the user's settings nor a network. */
    List<String> arguments() {
        String settings = folder.resolve("settings.xml").toString();
        return List.of(
                "-B",
                "-ntp",
                "-o",
                "-T1",
                "-s",
                settings,
                "-gs",
                settings,
                "-Dmaven.repo.local=" + folder,
                "-Daether.offline.protocols=file");
    }

    /** Where the jar of a library that this test runs with lies: five folders below the repository. */
    private static Path usersRepository() throws URISyntaxException {
        Path up = location(CommandLine.class);
        for (int i = 0; i < 5; i++) {
            up = up.getParent();
        }
        return up;
    }

    private void putPom(String artifact, Path pom) throws IOException {
        Path place = Files.createDirectories(folder.resolve("dev/onoma/" + artifact + "/" + VERSION));
        Files.copy(pom, place.resolve(artifact + "-" + VERSION + ".pom"));
    }

    private void putModule(Path built) throws IOException {
        Path module = built;
        while (!Files.exists(module.resolve("pom.xml"))) {
            module = module.getParent();
        }
        String artifact = "onoma-" + module.getFileName();
        putPom(artifact, module.resolve("pom.xml"));
        Path jar = folder.resolve("dev/onoma/" + artifact + "/" + VERSION + "/" + artifact + "-" + VERSION + ".jar");
        if (Files.isRegularFile(built)) {
            Files.copy(built, jar);
        } else {
            // Before the phase "package", Maven gives the classes of a module in place of its jar.
            ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", built.toString(), ".");
        }
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
