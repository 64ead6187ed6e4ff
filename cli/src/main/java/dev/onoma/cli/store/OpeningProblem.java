package dev.onoma.cli.store;

import dev.onoma.cli.WrongCallException;
import dev.onoma.store.jdbc.StoreUnavailableException;
import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;

/** Why a store cannot be opened, in words that name no host, user or file: the caller has written these. */
enum OpeningProblem {
    NOT_LET_IN("the database does not let that user in with that password (give it in ONOMA_STORE_PASSWORD)"),
    NO_SSL("the database does not offer SSL, which the URL asks for"),
    NOT_REACHED("the database cannot be reached"),
    NO_DATABASE("there is no such database"),
    IN_USE("the file is in use by another process"),
    WRONG_PLACE("the path of an H2 file must begin with / or ./ or ~/"),
    WRONG_FILE("the file is no H2 database of this version, or is damaged"),
    NOT_PERMITTED("the file may not be read and written by who runs this"),
    NO_FILE("the file cannot be made, read or written there"),
    READ_ONLY("the database is read-only"),
    UNKNOWN_SETTING("the URL has a setting that the database does not know"),
    WRONG_SETTING("a setting in the URL has a value that it cannot have"),
    LATER_SCHEMA("its tables are of a later version than this program"),
    OTHER("the database answered with an error");

    private final String words;

    OpeningProblem(String words) {
        this.words = words;
    }

    static OpeningProblem of(StoreUnavailableException problem) {
        if (problem.code().equals("store_schema_newer")) {
            return LATER_SCHEMA;
        }
        SQLException failure = failure(problem);
        String state = state(failure);
        return switch (state) {
            // PostgreSQL's driver, when the server has no SSL; or else when it asks for a password that there is not.
            case "08004" -> isThrownIn(failure, "enableSSL") ? NO_SSL : NOT_LET_IN;
            // The same driver, when no constant of an enumeration is called so; or else when nobody answers.
            case "08001" -> isThrownIn(failure, "of") ? WRONG_SETTING : NOT_REACHED;
            case "22023", "90008", "90088" -> WRONG_SETTING;
            case "25006", "90097" -> READ_ONLY;
            case "3D000", "90013", "90146" -> NO_DATABASE;
            case "90011" -> WRONG_PLACE;
            case "90020" -> IN_USE;
            case "90028", "90031", "90062" -> ofFile(failure);
            case "90030", "90048" -> WRONG_FILE;
            case "90067" -> NOT_REACHED;
            case "90113" -> UNKNOWN_SETTING;
            default -> state.startsWith("28") ? NOT_LET_IN : state.startsWith("08") ? NOT_REACHED : OTHER;
        };
    }

    private static OpeningProblem ofFile(SQLException failure) {
        // Its words are those of the store: the kinds of the exceptions that the driver has thrown.
        String kinds = String.valueOf(failure.getMessage());
        if (kinds.contains(EOFException.class.getSimpleName())) {
            return WRONG_FILE;
        }
        return kinds.contains(AccessDeniedException.class.getSimpleName()) ? NOT_PERMITTED : NO_FILE;
    }

    WrongCallException asWrongCall(StoreUnavailableException problem) {
        String state = state(failure(problem));
        return new WrongCallException("cannot open the store: " + words
                + (this == OTHER && !state.isEmpty() ? " (SQLSTATE " + state + ")" : ""));
    }

    private static SQLException failure(StoreUnavailableException problem) {
        return problem.getCause() instanceof SQLException failure ? failure : new SQLException();
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    /** What a driver says depends on the language; where it says it does not. */
    private static boolean isThrownIn(SQLException failure, String method) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length > 0 && frames[0].getMethodName().equals(method);
    }
}
