package dev.onoma.core.store;

import static java.util.Objects.requireNonNull;

/**
 * How far a bulk import is, and what has become of its rows so far.
 *
 * @param fingerprint by which the import is known: the same file, connection and options have the same
 * @param rows how many rows are done; all of them were inserted, updated or failed
 * @param inserted how many rows made a user
 * @param updated how many rows meant a known user, and were applied to it
 * @param failed how many rows failed
 */
public record ImportProgress(String fingerprint, long rows, long inserted, long updated, long failed) {
    public ImportProgress {
        requireNonNull(fingerprint, "fingerprint");
        if (inserted < 0 || updated < 0 || failed < 0 || inserted + updated + failed != rows) {
            throw new IllegalArgumentException("each row of an import must be inserted, updated or failed");
        }
    }

    /** An import that has not begun. */
    public static ImportProgress none(String fingerprint) {
        return new ImportProgress(fingerprint, 0, 0, 0, 0);
    }

    /** This far and so many rows more. */
    public ImportProgress plus(long moreInserted, long moreUpdated, long moreFailed) {
        return new ImportProgress(
                fingerprint,
                rows + moreInserted + moreUpdated + moreFailed,
                inserted + moreInserted,
                updated + moreUpdated,
                failed + moreFailed);
    }
}
