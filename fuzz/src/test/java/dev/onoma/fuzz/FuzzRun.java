package dev.onoma.fuzz;

import dev.onoma.fuzz.Fuzzing.Outcome;
import dev.onoma.fuzz.targets.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fuzzes all targets, and prints a line of each. The system properties are {@code fuzz.seconds}, for each target;
 * {@code fuzz.processes}, how many targets at a time; {@code fuzz.targets}, their names with commas between, none for
 * all; and {@code fuzz.directory}. The exit status is 1 when something was found.
 */
public final class FuzzRun {
    private FuzzRun() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.getInteger("fuzz.seconds", 60);
        ExecutorService processes = Executors.newFixedThreadPool(Integer.getInteger("fuzz.processes", 1));
        System.out.printf("%-20s %12s %8s %9s  %s%n", "target", "executions", "exec/s", "features", "findings");
        boolean clean = true;
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            for (String target : targets()) {
                running.add(processes.submit(() -> fuzz(target, seconds)));
            }
            for (Future<Outcome> each : running) {
                clean &= print(each);
            }
        } finally {
            processes.shutdownNow();
        }
        if (!clean) {
            System.exit(1);
        }
    }

    private static List<String> targets() {
        String chosen = System.getProperty("fuzz.targets", "").strip();
        List<String> targets = new ArrayList<>();
        (chosen.isEmpty() ? Targets.names() : List.of(chosen.split(","))).forEach(targets::add);
        targets.forEach(Targets::named);
        return targets;
    }

    private static Outcome fuzz(String target, int seconds) throws IOException, InterruptedException {
        return new Fuzzing(target, directory(), System.getProperty("java.class.path")).run(seconds);
    }

    private static Path directory() {
        return Path.of(System.getProperty("fuzz.directory", "target/fuzz"));
    }

    private static boolean print(Future<Outcome> running) throws InterruptedException, ExecutionException {
        Outcome outcome = running.get();
        System.out.printf(
                "%-20s %12d %8d %9d  %s%n",
                outcome.target(),
                outcome.executions(),
                outcome.perSecond(),
                outcome.features(),
                outcome.isClean() ? "none" : "status " + outcome.status() + ", see " + outcome.target() + ".log");
        outcome.findings().forEach(input -> System.out.println("  " + input));
        return outcome.isClean();
    }
}
