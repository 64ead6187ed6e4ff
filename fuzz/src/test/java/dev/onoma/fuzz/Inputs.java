package dev.onoma.fuzz;

import dev.onoma.fuzz.targets.Targets;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The inputs that a target begins with: its own, and the files of its folders in {@code seeds} and {@code found}. */
final class Inputs {
    private Inputs() {}

    /** All of a target's, by names that tell where they are from. */
    static SortedMap<String, byte[]> of(String target) throws IOException {
        SortedMap<String, byte[]> inputs = new TreeMap<>();
        int number = 0;
        for (byte[] seed : Targets.named(target).seeds()) {
            inputs.put("made-%03d".formatted(number++), seed);
        }
        inputs.putAll(files("seeds", target));
        inputs.putAll(files("found", target));
        return inputs;
    }

    private static Map<String, byte[]> files(String folder, String target) throws IOException {
        URL found = Inputs.class.getResource("/" + folder + "/" + target);
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (found == null) {
            return files;
        }
        try (Stream<Path> paths = Files.list(Path.of(found.toURI()))) {
            for (Path path : paths.toList()) {
                files.put(folder + "-" + path.getFileName(), Files.readAllBytes(path));
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the address of a folder is no URI", impossible);
        }
        return files;
    }
}
