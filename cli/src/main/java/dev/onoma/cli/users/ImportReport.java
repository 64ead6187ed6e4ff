package dev.onoma.cli.users;

import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.transfer.FailedRow;
import dev.onoma.core.transfer.ImportListener;
import java.util.List;

/** Tells of an import where people look: rows that fail in a file, how far it is on the terminal. */
record ImportReport(ErrorsFile errors, ProgressBar bar) implements ImportListener {
    @Override
    public void started(ImportProgress progress) {
        errors.start(progress.failed());
        bar.start();
    }

    @Override
    public void failing(List<FailedRow> rows) {
        errors.write(rows);
    }

    @Override
    public void written(ImportProgress progress) {
        errors.keep();
        bar.show(progress.rows());
    }
}
