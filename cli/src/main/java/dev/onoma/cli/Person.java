package dev.onoma.cli;

import java.io.Console;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever sits at the terminal of a run. */
@FunctionalInterface
interface Person {
    /** What the person types when asked, unseen; null where there is no more. */
    char @Nullable [] type(String question);

    /** The person at the terminal of this process; empty where its results or its input go elsewhere. */
    @SuppressWarnings("SystemConsoleNull") // On JDK 17 it is null where there is no terminal; later, see isTerminal.
    static Optional<Person> ofProcess() {
        return Optional.ofNullable(System.console())
                .filter(Person::isTerminal)
                .map(console -> question -> console.readPassword("%s", question));
    }

    /** From JDK 22 on there may be a console without a terminal, which then says so. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }

    /**
     * Whether somebody types what this process reads, which then everybody sees: the console is hidden where the results
     * go into a pipe. Java has no word for it, POSIX has: {@code test -t 0}.
     */
    static boolean typesIntoInput() {
        try {
            return new ProcessBuilder("test", "-t", "0").inheritIO().start().waitFor() == 0;
        } catch (IOException notPosix) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
