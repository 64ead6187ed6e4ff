package dev.onoma.cli.users;

import dev.onoma.cli.WrongCallException;
import java.util.List;
import java.util.Locale;

/** What stands on the command line beside what belongs there. It may be a password, so it is never repeated. */
final class SpareArguments {
    private SpareArguments() {}

    /**
     * Refuses them, where there are any.
     *
     * @throws WrongCallException naming an option, but not what it was given
     */
    static void refuse(List<String> spare) {
        for (String argument : spare) {
            String name = argument.startsWith("-") ? argument.split("=", 2)[0] : "";
            String lower = name.toLowerCase(Locale.ROOT);
            if (name.isEmpty() || lower.contains("pass") || lower.contains("pw") || lower.contains("secret")) {
                throw new WrongCallException((name.isEmpty() ? "there is an argument too many" : "there is no " + name)
                        + ": a password is typed on a terminal, or the first line of standard input; arguments are seen"
                        + " by others and kept in the shell's history");
            }
            // Of "-psecret" the rest may be one, too.
            throw new WrongCallException(name.startsWith("--") ? "unknown option " + name : "unknown option");
        }
    }
}
