package dev.onoma.core.transfer;

import dev.onoma.core.store.ImportProgress;
import java.util.List;

/** Is told what becomes of an import while it runs, on the import's own thread. */
public interface ImportListener {
    /** Listens to nothing. */
    ImportListener NONE = new ImportListener() {};

    /**
     * The import begins, or goes on.
     *
     * @param progress how far it was before; at no row when it begins
     */
    default void started(ImportProgress progress) {}

    /**
     * Rows that fail, told just before the step that passes them is written. Where that step turns out not to fit the
     * store it is decided again: what was told since the latest {@link #written} then counts no more, and is told anew.
     */
    default void failing(List<FailedRow> rows) {}

    /** A step was written: so far an import that is killed from now on goes back. */
    default void written(ImportProgress progress) {}
}
