package dev.onoma.cli;

/** What the process tells its caller. */
public final class ExitStatus {
    /** All went well. */
    public static final int FINE = 0;
    /** Something was refused. */
    public static final int REFUSED = 1;
    /** The call or the input was wrong. */
    public static final int WRONG_CALL = 2;

    private ExitStatus() {}
}
