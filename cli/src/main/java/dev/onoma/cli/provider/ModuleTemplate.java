package dev.onoma.cli.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The files of a new module: texts beside this class, in which {@code {{…}}} stands for a name or a version. */
final class ModuleTemplate {
    private final ModuleNames names;
    private final Map<String, String> words = new LinkedHashMap<>();

    ModuleTemplate(ModuleNames names) {
        this.names = names;
        words.put("provider", names.provider());
        words.put("type", names.type());
        words.put("package", names.javaPackage());
        words.put("subject", names.subject());
        words.put("artifact", names.artifact());
        Properties versions = new Properties();
        try (InputStream text = open("versions.properties")) {
            versions.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        versions.stringPropertyNames().forEach(name -> words.put(name, versions.getProperty(name)));
    }

    /** What is in each file, by its path below the module. */
    Map<Path, String> files() {
        String sources = names.javaPackage().replace('.', '/') + "/";
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(Path.of("README.md"), text("README.md"));
        files.put(Path.of("pom.xml"), text("pom.xml"));
        files.put(Path.of(".gitignore"), "target/\n");
        files.put(Path.of("src/main/java/module-info.java"), text("module-info.java.txt"));
        files.put(Path.of("src/main/java/" + sources + "package-info.java"), text("package-info.java.txt"));
        files.put(Path.of("src/main/java/" + sources + names.type() + ".java"), text("Provider.java.txt"));
        files.put(
                Path.of("src/test/java/" + sources + names.type() + "ContractTest.java"),
                text("ContractTest.java.txt"));
        files.put(Path.of("src/test/resources/fixtures/userinfo.json"), text("userinfo.json"));
        return files;
    }

    private String text(String file) {
        String text;
        try (InputStream in = open(file)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("{{" + word.getKey() + "}}", word.getValue());
        }
        return text;
    }

    private static InputStream open(String file) {
        InputStream found = ModuleTemplate.class.getResourceAsStream(file);
        if (found == null) {
            throw new IllegalStateException("the template " + file + " is not where it was packaged");
        }
        return found;
    }
}
