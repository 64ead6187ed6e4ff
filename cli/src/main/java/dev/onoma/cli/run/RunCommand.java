package dev.onoma.cli.run;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.cli.output.Pretty;
import dev.onoma.cli.store.OpenStore;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.InMemoryUserStore;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A scenario in, one operation a line; one result a line out. */
@Command(
        name = "run",
        description = "Carries out a scenario: one operation a line, one result a line.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--store",
            paramLabel = "S",
            defaultValue = "memory",
            description = "where users are kept: memory (default), or a JDBC URL such as jdbc:h2:file:./users")
    private String store = "memory";

    @Option(names = "--pretty", description = "print tables for reading instead of JSON lines")
    private boolean pretty;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the scenario; default, and -: standard input")
    private String file = "-";

    public RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        byte[] text = terminal.read(file);
        if (store.equals("memory")) {
            return carryOut(new Scenario(new InMemoryUserStore()), text);
        }
        try (OpenStore open = OpenStore.at(store, terminal)) {
            return carryOut(new Scenario(open.users()), text);
        }
    }

    private int carryOut(Scenario scenario, byte[] text) {
        boolean refused = false;
        int number = 0;
        for (int start = 0; start < text.length; ) {
            int end = endOfLine(text, start);
            byte[] line = Arrays.copyOfRange(text, start, end);
            start = end + 1;
            number++;
            if (!isBlank(line)) {
                refused |= carryOut(scenario, line, number);
            }
        }
        return refused ? ExitStatus.REFUSED : ExitStatus.FINE;
    }

    private static int endOfLine(byte[] text, int start) {
        int end = start;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Carries out the operation of a line and prints its result; true when it was refused. */
    private boolean carryOut(Scenario scenario, byte[] line, int number) {
        try {
            JsonObject result = scenario.carryOut(Operation.parse(line));
            terminal.print(pretty ? Pretty.operation(result) : result.toJson());
            return result.has("error");
        } catch (WrongLineException | JsonException wrong) {
            throw new WrongCallException(place() + "line " + number + ": " + wrong.getMessage());
        }
    }

    private String place() {
        return file.equals("-") ? "" : file + ", ";
    }
}
