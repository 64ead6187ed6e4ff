package dev.onoma.cli;

/** Whoever read the results, such as {@code head}, has stopped: there is nobody to print for, and nothing to say. */
final class NobodyReadsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
