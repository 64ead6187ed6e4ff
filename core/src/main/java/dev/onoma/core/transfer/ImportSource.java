package dev.onoma.core.transfer;

import java.io.IOException;
import java.io.InputStream;

/** What is imported: a file, or anything that can be read twice from its beginning and says the same both times. */
@FunctionalInterface
public interface ImportSource {
    /** A stream over all of it, which the import closes. */
    InputStream open() throws IOException;
}
