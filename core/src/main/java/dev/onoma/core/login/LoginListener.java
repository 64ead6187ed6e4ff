package dev.onoma.core.login;

/**
 * Is told of each login after it was written, the refused ones included; not of previews. What it throws is logged by
 * its type and changes nothing. Called on the thread of the login, which waits for it.
 */
@FunctionalInterface
public interface LoginListener {
    /**
     * A login is over.
     *
     * @param login what was asked
     * @param result what became of it
     */
    void afterLogin(Login login, LoginResult result);
}
