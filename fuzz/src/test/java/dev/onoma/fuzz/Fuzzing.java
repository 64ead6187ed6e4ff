package dev.onoma.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fuzzes one target in a virtual machine of its own, which must end by itself. */
final class Fuzzing {
    /** What tells a fuzzer that it gets somewhere: our own code, and the parsers that stand before it. */
    private static final String INSTRUMENTED = "dev.onoma.core.**:dev.onoma.oauth.**:dev.onoma.mapping.**"
            + ":dev.onoma.providers.**:com.fasterxml.jackson.core.**:org.snakeyaml.engine.**";

    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units:\\s+(\\d+)");
    private static final Pattern RATE = Pattern.compile("stat::average_exec_per_sec:\\s+(\\d+)");
    private static final Pattern FEATURES = Pattern.compile("cov: (\\d+) ft: (\\d+)");

    /** To start, to read a large corpus, and to finish the input that is being tried. */
    private static final int GRACE_SECONDS = 180;

    private static final int DID_NOT_END = -1;

    private final String target;
    private final Path directory;
    private final String classPath;

    /**
     * Fuzzing of a target.
     *
     * @param directory where corpus, log and findings are kept; the corpus serves the next time
     */
    Fuzzing(String target, Path directory, String classPath) {
        this.target = target;
        this.directory = directory;
        this.classPath = classPath;
    }

    /** What came out after so many seconds, or earlier by a finding. */
    Outcome run(int seconds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(directory.resolve("corpus").resolve(target));
        Path seeds = Files.createDirectories(directory.resolve("seeds").resolve(target));
        Path findings = Files.createDirectories(directory.resolve("findings").resolve(target));
        for (Map.Entry<String, byte[]> seed : Inputs.of(target).entrySet()) {
            Files.write(seeds.resolve(seed.getKey()), seed.getValue());
        }
        Path log = directory.resolve(target + ".log");
        Process fuzzer = new ProcessBuilder(command(seconds, corpus, seeds, findings))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            int status = fuzzer.waitFor(seconds + GRACE_SECONDS, TimeUnit.SECONDS) ? fuzzer.exitValue() : DID_NOT_END;
            return outcome(status, Files.readString(log), findings);
        } finally {
            fuzzer.destroyForcibly();
        }
    }

    private List<String> command(int seconds, Path corpus, Path seeds, Path findings) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:-OmitStackTraceInFastThrow",
                "-cp",
                classPath,
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzedTarget.class.getName(),
                "--target_args=" + target,
                "--instrumentation_includes=" + INSTRUMENTED,
                "--reproducer_path=" + findings,
                "-artifact_prefix=" + findings + "/",
                "-max_total_time=" + seconds,
                "-max_len=8192",
                // Seconds for one input. The first also waits for what it calls to be instrumented.
                "-timeout=30",
                "-rss_limit_mb=3072",
                "-use_value_profile=1",
                "-print_final_stats=1",
                corpus.toString(),
                seeds.toString());
    }

    private Outcome outcome(int status, String log, Path findings) throws IOException {
        try (Stream<Path> files = Files.list(findings)) {
            List<Path> found =
                    files.filter(file -> !file.toString().endsWith(".java")).toList();
            return new Outcome(
                    target, status, last(EXECUTIONS, 1, log), last(RATE, 1, log), last(FEATURES, 2, log), found);
        }
    }

    private static long last(Pattern pattern, int group, String log) {
        long last = 0;
        for (Matcher matcher = pattern.matcher(log); matcher.find(); ) {
            last = Long.parseLong(matcher.group(group));
        }
        return last;
    }

    /**
     * What came out.
     *
     * @param status of the process; zero when there is no finding, -1 when it did not end
     * @param features of the coverage, as libFuzzer counts them
     * @param findings the inputs
     */
    record Outcome(String target, int status, long executions, long perSecond, long features, List<Path> findings) {
        Outcome {
            findings = List.copyOf(findings);
        }

        /** Whether nothing was found, and something tried. */
        boolean isClean() {
            return status == 0 && executions > 0 && findings.isEmpty();
        }
    }
}
