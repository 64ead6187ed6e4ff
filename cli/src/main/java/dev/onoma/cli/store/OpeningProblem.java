package dev.onoma.cli.store;

import dev.onoma.cli.WrongCallException;
import dev.onoma.store.jdbc.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a store cannot be opened, in words that name no host, user or file: the caller has written these. */
enum OpeningProblem {
    NOT_LET_IN("the database does not let that user in with that password (give it in ONOMA_STORE_PASSWORD)"),
    NOT_REACHED("the database cannot be reached"),
    NO_DATABASE("there is no such database"),
    IN_USE("the file is in use by another process"),
    WRONG_PLACE("the path of an H2 file must begin with / or ./ or ~/"),
    WRONG_FILE("the file is no H2 database of this version, or is damaged"),
    OTHER("the database answered with an error");

    /** PostgreSQL's driver, asked for a password that it has not. */
    private static final String NO_PASSWORD_GIVEN = "08004";

    private static final Set<String> WRONG_FILES = Set.of("90030", "90048", "50000");

    private final String words;

    OpeningProblem(String words) {
        this.words = words;
    }

    static OpeningProblem of(StoreUnavailableException problem) {
        String state = state(problem);
        if (state.startsWith("28") || state.equals(NO_PASSWORD_GIVEN)) {
            return NOT_LET_IN;
        }
        return switch (state) {
            case "3D000", "90013", "90146" -> NO_DATABASE;
            case "90020" -> IN_USE;
            case "90011" -> WRONG_PLACE;
            default -> WRONG_FILES.contains(state) ? WRONG_FILE : state.startsWith("08") ? NOT_REACHED : OTHER;
        };
    }

    WrongCallException asWrongCall(StoreUnavailableException problem) {
        String state = state(problem);
        return new WrongCallException("cannot open the store: " + words
                + (this == OTHER && !state.isEmpty() ? " (SQLSTATE " + state + ")" : ""));
    }

    /** Of the innermost exception that has one: what wraps it may say less. */
    private static String state(Throwable problem) {
        String state = "";
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }
}
