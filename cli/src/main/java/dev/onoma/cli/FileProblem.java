package dev.onoma.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a file cannot be used, in words for the one line that a complaint has. */
public final class FileProblem {
    private FileProblem() {}

    /** Of a file that was to be read. */
    public static String ofReading(Exception problem) {
        return problem instanceof NoSuchFileException ? "there is none" : other(problem);
    }

    /** Of a file that was to be written. */
    public static String ofWriting(Exception problem) {
        return problem instanceof NoSuchFileException ? "there is no such directory" : other(problem);
    }

    private static String other(Exception problem) {
        if (problem instanceof AccessDeniedException) {
            return "access is denied";
        }
        return Optional.ofNullable(reason(problem))
                .orElseGet(() -> problem.getClass().getSimpleName());
    }

    /** What the system says, such as "No space left on device"; it does not name the file again. */
    private static @Nullable String reason(Exception problem) {
        if (problem instanceof FileSystemException system) {
            return system.getReason();
        }
        return problem.getClass() == IOException.class ? problem.getMessage() : null;
    }
}
