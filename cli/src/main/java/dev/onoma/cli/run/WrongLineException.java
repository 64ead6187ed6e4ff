package dev.onoma.cli.run;

/** A line of a scenario is no operation. The message says what it should be; whoever reads the lines knows which. */
final class WrongLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongLineException(String message) {
        super(message);
    }
}
