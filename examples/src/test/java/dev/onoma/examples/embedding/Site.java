package dev.onoma.examples.embedding;

import java.net.URI;

/** An application on this machine, until it is closed. */
public interface Site extends AutoCloseable {
    /** Its address, without a slash at the end. */
    URI base();

    @Override
    void close();
}
