package dev.onoma.providers.database.password;

/**
 * The cost parameters of Argon2.
 *
 * @param memoryKib KiB of memory
 * @param passes over that memory
 * @param lanes of it; computed one after another, so that a login never takes more than one core
 */
record Argon2Costs(int memoryKib, int passes, int lanes) {
    /**
     * The first of OWASP's recommendations for a server without the memory for more.
     *
     * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id">OWASP
     *     Password Storage Cheat Sheet: Argon2id</a>
     */
    static final Argon2Costs OWASP = new Argon2Costs(19_456, 2, 1);

    /** The least memory among OWASP's recommendations, which it pairs with five passes. */
    private static final int LEAST_MEMORY_KIB = 7_168;

    private static final long LEAST_WORK = 5L * LEAST_MEMORY_KIB;

    Argon2Costs {
        // RFC 9106, section 3.1: at least 8 KiB a lane.
        if (passes < 1 || lanes < 1 || memoryKib < 8L * lanes) {
            throw new IllegalArgumentException("Argon2 needs a pass, a lane, and 8 KiB of memory for each lane");
        }
    }

    long work() {
        return (long) memoryKib * passes;
    }

    boolean isWeak() {
        return memoryKib < LEAST_MEMORY_KIB || work() < LEAST_WORK;
    }
}
