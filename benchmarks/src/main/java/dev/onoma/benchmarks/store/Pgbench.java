package dev.onoma.benchmarks.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark: the floor. */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final int port;

    Pgbench(int port) {
        this.port = port;
    }

    /**
     * Transactions a second.
     *
     * @param script what one transaction is
     * @param clients how many at once, each on a connection of its own
     * @param threads how many threads these clients share
     * @param seconds for how long
     */
    double rate(List<String> script, int clients, int threads, int seconds) throws IOException, InterruptedException {
        Path file = Files.createTempFile("onoma", ".pgbench");
        try {
            Files.write(file, script, StandardCharsets.UTF_8);
            List<String> command = List.of(
                    "pgbench",
                    "-n",
                    "-M",
                    "prepared",
                    "-D",
                    "i=0",
                    "-h",
                    "localhost",
                    "-p",
                    Integer.toString(port),
                    "-U",
                    "postgres",
                    "-c",
                    Integer.toString(clients),
                    "-j",
                    Integer.toString(threads),
                    "-T",
                    Integer.toString(seconds),
                    "-f",
                    file.toString(),
                    "postgres");
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IllegalStateException("pgbench failed: " + output);
            }
            return Double.parseDouble(rate.group(1));
        } finally {
            Files.delete(file);
        }
    }
}
