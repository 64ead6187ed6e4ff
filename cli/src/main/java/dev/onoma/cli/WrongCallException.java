package dev.onoma.cli;

/** The call or the input is wrong. The message is one line that says what and where. */
public final class WrongCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongCallException(String message) {
        super(message);
    }
}
