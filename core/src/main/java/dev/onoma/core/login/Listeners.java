package dev.onoma.core.login;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Tells listeners of logins, none of which can undo one. */
final class Listeners {
    private static final Logger LOG = System.getLogger(LoginProcessor.class.getName());

    private final List<LoginListener> listeners;

    Listeners(List<LoginListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    void tell(Login login, LoginResult result) {
        for (LoginListener listener : listeners) {
            try {
                listener.afterLogin(login, result);
            } catch (RuntimeException thrown) {
                // Its message may quote the profile, so the log has the type and the place only.
                LOG.log(Level.WARNING, "login listener {0} threw {1} at {2}", name(listener), name(thrown), at(thrown));
            }
        }
    }

    private static String name(Object object) {
        return object.getClass().getName();
    }

    private static String at(RuntimeException thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
