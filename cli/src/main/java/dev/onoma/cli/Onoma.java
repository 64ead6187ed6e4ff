package dev.onoma.cli;

import dev.onoma.cli.map.MapCommand;
import dev.onoma.cli.provider.ProviderCommand;
import dev.onoma.cli.run.RunCommand;
import dev.onoma.cli.users.UsersCommand;
import dev.onoma.core.OnomaException;
import java.util.Optional;
import java.util.Set;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
        // What libraries log is nothing for whoever reads a command's results.
        LogManager.getLogManager().reset();
        System.exit(run(arguments, Terminal.ofProcess()));
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
                .addSubcommand(UsersCommand.over(terminal))
                .addSubcommand(ProviderCommand.over(terminal))
                // A claim may be called "@type": what begins with @ is an argument, not a file of arguments.
                .setExpandAtFiles(false)
                .setOut(terminal.outWriter())
                .setErr(terminal.errWriter())
                .setParameterExceptionHandler((wrong, given) -> wrongCall(wrong, terminal))
                .setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown, terminal));
        if (arguments.length == 0) {
            terminal.complain("a command is needed, map, run, users or provider (see onoma --help)");
            return ExitStatus.WRONG_CALL;
        }
        return commandLine.execute(arguments);
    }

    private static int wrongCall(ParameterException wrong, Terminal terminal) {
        CommandLine command = wrong.getCommandLine();
        terminal.complain(unknownCommand(wrong).orElseGet(wrong::getMessage) + " (see "
                + command.getCommandSpec().qualifiedName() + " --help)");
        return ExitStatus.WRONG_CALL;
    }

    /** Where a command was to come: what stood there, and what could. */
    private static Optional<String> unknownCommand(ParameterException wrong) {
        Set<String> known = wrong.getCommandLine().getSubcommands().keySet();
        if (known.isEmpty() || !(wrong instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        String first = unmatched.getUnmatched().get(0);
        return first.startsWith("-")
                ? Optional.empty()
                : Optional.of("unknown command \"" + first + "\": known are " + String.join(", ", known));
    }

    private static int failed(Exception thrown, Terminal terminal) {
        if (thrown instanceof NobodyReadsException) {
            return ExitStatus.FINE;
        }
        // The library's own exceptions, such as a store that is down, say what is wrong, and never a value.
        boolean wrong = thrown instanceof WrongCallException || thrown instanceof OnomaException;
        // Anything else is a defect of ours: where it is says more than a page of frames, and no value is told.
        terminal.complain(wrong ? thrown.getMessage() : "internal error: " + where(thrown));
        return ExitStatus.WRONG_CALL;
    }

    private static String where(Exception defect) {
        StackTraceElement[] frames = defect.getStackTrace();
        return defect.getClass().getSimpleName() + (frames.length == 0 ? "" : " at " + frames[0]);
    }
}
