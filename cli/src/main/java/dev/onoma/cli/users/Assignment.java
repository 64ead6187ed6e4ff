package dev.onoma.cli.users;

import dev.onoma.cli.WrongCallException;

/** What {@code --set} says: a name, and a text, which may be empty. */
record Assignment(String name, String text) {
    /**
     * Reads one.
     *
     * @throws WrongCallException when it has no name
     */
    static Assignment parse(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
            throw new WrongCallException("--set must be an attribute, = and its value, such as name=Ana");
        }
        return new Assignment(argument.substring(0, equals), argument.substring(equals + 1));
    }
}
