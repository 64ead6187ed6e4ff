package dev.onoma.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another JVM with the tests' classes, which talks in lines: it says that it is ready, and goes when it is told to. */
public final class TestProcess implements AutoCloseable {
    private static final String READY = "ready";
    private static final int SECONDS = 60;

    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private TestProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
        this.input = process.outputWriter(UTF_8);
    }

    /** Starts a main class, and waits until it is ready. */
    public static TestProcess start(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dh2.bindAddress=127.0.0.1",
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            TestProcess started = new TestProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
            started.expect(READY);
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** In the child: says that it is ready, and waits to be told to go. */
    public static void awaitGo() throws IOException {
        System.out.println(READY);
        if (System.in.read() < 0) {
            throw new InterruptedIOException("whoever started this process is gone");
        }
    }

    /** Lets it go, or go on. */
    public void go() {
        try {
            input.write('\n');
            input.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The next line that it says; empty when it has said its last. */
    public Optional<String> line() {
        try {
            return Optional.ofNullable(output.readLine());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All lines before that one. */
    public List<String> linesUntil(String last) {
        List<String> lines = new ArrayList<>();
        Optional<String> line = line();
        while (!line.equals(Optional.of(last))) {
            lines.add(line.orElseThrow(() -> new IllegalStateException("ended after " + lines)));
            line = line();
        }
        return lines;
    }

    private void expect(String line) {
        linesUntil(line);
    }

    /** Kills it: no hook of it runs, nothing of it is flushed. What it has said can still be read. */
    public void kill() {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a process did not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static String classPath() {
        return Stream.of(
                        Optional.of(testClasses()),
                        Optional.ofNullable(System.getProperty("jdk.module.path")),
                        Optional.ofNullable(System.getProperty("java.class.path")))
                .flatMap(Optional::stream)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** They may be part of a module here, whose own place is elsewhere. */
    private static String testClasses() {
        String name = "/" + TestProcess.class.getName().replace('.', '/') + ".class";
        String place = Objects.requireNonNull(TestProcess.class.getResource(name), name)
                .toString();
        return Path.of(URI.create(place.substring(0, place.length() - name.length()) + "/"))
                .toString();
    }
}
