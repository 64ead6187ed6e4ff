package dev.onoma.faults;

import java.io.Closeable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Hears whatever any logger of the process says at any level, the JDK's own included, until it is closed. */
final class Overheard implements Closeable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final SimpleFormatter text = new SimpleFormatter();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            StringWriter all = new StringWriter();
            all.append(line.getLoggerName()).append(": ").append(text.formatMessage(line));
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(new PrintWriter(all, true));
            }
            lines.add(all.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Overheard() {
        root.setLevel(Level.ALL);
        ear.setLevel(Level.ALL);
        root.addHandler(ear);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.removeHandler(ear);
        root.setLevel(before);
    }
}
