package dev.onoma.cli;

import dev.onoma.core.provider.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder {@code providers-NAME} of this project, whose package is {@code dev.onoma.providers.NAME}. */
record ProviderModule(Path folder) {
    static List<ProviderModule> allIn(Path project) throws IOException {
        try (Stream<Path> folders = Files.list(project)) {
            return folders.filter(folder -> String.valueOf(folder.getFileName()).startsWith("providers-"))
                    .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .map(ProviderModule::new)
                    .toList();
        }
    }

    String name() {
        return String.valueOf(folder.getFileName());
    }

    /** The sources of its package: of {@code main}, or of {@code test}. */
    List<Path> sources(String kind) throws IOException {
        try (Stream<Path> files = Files.list(packageFolder(kind))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    Path source(String type) {
        return packageFolder("main").resolve(type + ".java");
    }

    boolean hasLiveHalf() {
        return Files.isDirectory(packageFolder("main").resolve("live"));
    }

    /** The class with the table. */
    Class<?> type() throws IOException, ReflectiveOperationException {
        for (Path source : sources("main")) {
            if (Files.readString(source).contains("public static final Provider PROVIDER")) {
                return Class.forName(
                        javaPackage() + "." + source.getFileName().toString().replace(".java", ""));
            }
        }
        throw new AssertionError(name() + " has no class with a public PROVIDER");
    }

    Provider provider() throws IOException, ReflectiveOperationException {
        return (Provider) type().getField("PROVIDER").get(null);
    }

    private String javaPackage() {
        return "dev.onoma.providers." + name().substring("providers-".length());
    }

    Path packageFolder(String kind) {
        return folder.resolve("src/" + kind + "/java/" + javaPackage().replace('.', '/'));
    }

    @Override
    public String toString() {
        return name();
    }
}
