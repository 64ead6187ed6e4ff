package dev.onoma.cli;

import dev.onoma.cli.map.MapCommand;
import dev.onoma.cli.run.RunCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command {@code onoma}. */
@Command(
        name = "onoma",
        description = "One user profile, whichever identity provider a login came from.",
        mixinStandardHelpOptions = true,
        version = "onoma 0.1.0-SNAPSHOT",
        footer = {"", "Exit status: 0 all went well, 1 something was refused, 2 the call or the input was wrong."})
public final class Onoma {
    private Onoma() {}

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] arguments) {
        int status = run(arguments, new Terminal(System.in, System.out, System.err));
        System.out.flush();
        System.exit(status);
    }

    /**
     * Runs the command line.
     *
     * @return the exit status
     */
    public static int run(String[] arguments, Terminal terminal) {
        CommandLine commandLine = new CommandLine(new Onoma())
                .addSubcommand(new MapCommand(terminal))
                .addSubcommand(new RunCommand(terminal))
                .setOut(terminal.outWriter())
                .setErr(terminal.errWriter())
                .setParameterExceptionHandler((wrong, given) -> wrongCall(wrong, terminal))
                .setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown, terminal));
        if (arguments.length == 0) {
            commandLine.usage(terminal.errWriter());
            return ExitStatus.WRONG_CALL;
        }
        return commandLine.execute(arguments);
    }

    private static int wrongCall(ParameterException wrong, Terminal terminal) {
        terminal.complain(wrong.getMessage() + " (see "
                + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
        return ExitStatus.WRONG_CALL;
    }

    private static int failed(Exception thrown, Terminal terminal) throws Exception {
        if (thrown instanceof WrongCallException wrong) {
            terminal.complain(wrong.getMessage());
            return ExitStatus.WRONG_CALL;
        }
        throw thrown;
    }
}
