package dev.onoma.store.jdbc.faults;

/** What can go wrong between a store and its database. */
public enum Fault {
    /** From here on nothing answers, and what was not confirmed is gone. */
    CRASH("08006", false),

    /** The connection breaks before the call is sent; the next one is fine. */
    BREAK("08006", false),

    /** The connection breaks after the call was carried out, and before its answer. */
    LOST_ANSWER("08006", true),

    /** The database gives the transaction up once, since it could not be serialized. */
    SERIALIZATION_FAILURE("40001", true),

    /** The database gives the transaction up once, since it waited for another that waited for it. */
    DEADLOCK("40P01", true);

    private final String state;
    private final boolean needsDatabase;

    Fault(String state, boolean needsDatabase) {
        this.state = state;
        this.needsDatabase = needsDatabase;
    }

    String state() {
        return state;
    }

    /** Whether only calls can meet it that the database carries out; the others stay on this side of the wire. */
    boolean needsDatabase() {
        return needsDatabase;
    }

    /** Whether the database has answered that nothing stayed of the transaction. */
    boolean isRollback() {
        return this == SERIALIZATION_FAILURE || this == DEADLOCK;
    }
}
