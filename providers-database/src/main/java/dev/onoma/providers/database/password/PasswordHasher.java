package dev.onoma.providers.database.password;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes and checks hashes of passwords. New ones are Argon2id, by default with 19 MiB, two passes and one lane, a salt of
 * 16 and an output of 32 bytes; older and imported ones are checked, and {@link PasswordVerdict#MATCHES_REHASH} asks for
 * a new one.
 *
 * <p>Only so many hashes are computed at once, by default two for each processor; who does not get a turn within two
 * seconds gets a {@link TooManyHashesException}. That bounds memory, too: about 19 MiB a turn.
 *
 * <p>A wrong password costs the same whatever it is checked against, nobody's included: each check that fails also does
 * the work of a current hash, unless it has just done that, and of each kind named by {@link Builder#alsoCosting}. A
 * password of more than {@value Password#MAX_BYTES} bytes is told so at once, whoever's it is.
 *
 * <p>Thread-safe; to be made once.
 */
public final class PasswordHasher {
    private static final int SALT_BYTES = 16;
    private static final int OUTPUT_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Costs costs;
    private final Argon2Memory memory;
    private final Peppers peppers;
    private final HashLimits limits;
    private final HashingSlots slots;
    private final List<PasswordHash> decoys;

    private PasswordHasher(Builder builder) {
        this.costs = builder.costs;
        this.memory = new Argon2Memory(costs);
        this.peppers = builder.peppers;
        this.limits = builder.limits;
        this.slots = new HashingSlots(builder.parallel, builder.maxWait);
        List<PasswordHash> all = new ArrayList<>(List.of(decoy()));
        all.addAll(builder.alsoCosting);
        this.decoys = List.copyOf(all);
    }

    /** A builder of a hasher with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A new hash of a password that a {@link PasswordPolicy} has let through.
     *
     * @throws IllegalArgumentException when the password is empty, too long, or has a lone surrogate
     * @throws TooManyHashesException when no turn came in time
     */
    public PasswordHash hash(Password password) {
        if (!password.isUsable()) {
            throw new IllegalArgumentException("a password must be text of 1 to " + Password.MAX_BYTES + " bytes");
        }
        return slots.compute(() -> {
            byte[] prepared = password.prepared();
            byte[] peppered = peppers.apply(peppers.current(), prepared);
            HashScheme scheme = Argon2Hash.create(costs, randomBytes(SALT_BYTES), OUTPUT_BYTES, peppered, memory);
            Arrays.fill(prepared, (byte) 0);
            Arrays.fill(peppered, (byte) 0);
            return new PasswordHash(scheme, HashPreparation.own(peppers.current()));
        });
    }

    /**
     * Whether the password is the one of the hash.
     *
     * @throws InvalidHashException when the hash is over a limit, or its pepper's key is not known here: both are for the
     *     application's people to mend. It comes after the time that a wrong password takes.
     * @throws TooManyHashesException when no turn came in time
     */
    public PasswordVerdict verify(Password password, PasswordHash hash) {
        requireNonNull(hash, "hash");
        return check(password, Optional.of(hash));
    }

    /**
     * {@link PasswordVerdict#NO}, in the time that a wrong password takes: for when there is no such user, or none with a
     * password.
     *
     * @throws TooManyHashesException when no turn came in time
     */
    public PasswordVerdict verifyNothing(Password password) {
        return check(password, Optional.empty());
    }

    private PasswordVerdict check(Password password, Optional<PasswordHash> hash) {
        if (!password.isUsable()) {
            return PasswordVerdict.NO;
        }
        Optional<InvalidHashException> problem = hash.flatMap(this::problem);
        Optional<PasswordHash> checked = problem.isPresent() ? Optional.empty() : hash;
        return slots.compute(() -> {
            if (checked.isPresent() && checked.get().matches(password, peppers, memory)) {
                return isCurrent(checked.get()) ? PasswordVerdict.MATCHES : PasswordVerdict.MATCHES_REHASH;
            }
            decoysBeside(checked).forEach(decoy -> decoy.matches(password, peppers, memory));
            if (problem.isPresent()) {
                throw problem.get();
            }
            return PasswordVerdict.NO;
        });
    }

    /** Whose work a check that fails does beside its own: that of other users' hashes. */
    Stream<PasswordHash> decoysBeside(Optional<PasswordHash> done) {
        return decoys.stream().filter(decoy -> done.isEmpty() || !decoy.costsLike(done.get()));
    }

    private Optional<InvalidHashException> problem(PasswordHash hash) {
        if (!peppers.knows(hash.preparation().pepper())) {
            return Optional.of(
                    new InvalidHashException(HashProblem.UNKNOWN_PEPPER, "pepper", "has a key that is not configured"));
        }
        return limits.exceededBy(hash)
                .map(limit -> new InvalidHashException(HashProblem.OVER_LIMIT, "hash", "is over the limit " + limit));
    }

    private boolean isCurrent(PasswordHash hash) {
        return hash.scheme() instanceof Argon2Hash argon2
                && argon2.variant() == Argon2Hash.Variant.ARGON2ID
                && argon2.version() == Argon2Hash.VERSION
                && argon2.parameters().equals(costs)
                && argon2.salt().length() == SALT_BYTES
                && argon2.hash().length() == OUTPUT_BYTES
                && hash.preparation().equals(HashPreparation.own(peppers.current()));
    }

    private PasswordHash decoy() {
        HashScheme nobodys = new Argon2Hash(
                Argon2Hash.Variant.ARGON2ID,
                Argon2Hash.VERSION,
                costs,
                randomBytes(SALT_BYTES),
                randomBytes(OUTPUT_BYTES));
        return new PasswordHash(nobodys, HashPreparation.own(peppers.current()));
    }

    private SecretBytes randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return SecretBytes.of(bytes);
    }

    /** Collects the parts of a hasher. Not for use by several threads. */
    public static final class Builder {
        private static final int MOST_PARALLEL = 10_000;
        private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

        private Argon2Costs costs = Argon2Costs.OWASP;
        private Peppers peppers = Peppers.none();
        private HashLimits limits = HashLimits.STANDARD;
        private int parallel = 2 * Runtime.getRuntime().availableProcessors();
        private Duration maxWait = Duration.ofSeconds(2);
        private final List<PasswordHash> alsoCosting = new ArrayList<>();

        private Builder() {}

        /**
         * The costs of new hashes: KiB of memory, passes over it, lanes. Default: 19,456, 2 and 1.
         *
         * @throws IllegalArgumentException when they are below all that OWASP recommends: 7,168 KiB, or five passes over
         *     as much
         */
        public Builder argon2id(int memoryKib, int passes, int lanes) {
            Argon2Costs asked = new Argon2Costs(memoryKib, passes, lanes);
            if (asked.isWeak()) {
                throw new IllegalArgumentException("these costs of Argon2id are below what OWASP recommends");
            }
            costs = asked;
            return this;
        }

        /** Costs below what is safe: for tests that make many hashes, and for nothing else. */
        public Builder dangerouslyCheapArgon2id(int memoryKib, int passes, int lanes) {
            costs = new Argon2Costs(memoryKib, passes, lanes);
            return this;
        }

        /**
         * A pepper for new hashes: HMAC-SHA-256 with this key before Argon2id. The key belongs in another place than the
         * hashes; its id, 1 to 32 letters, digits, hyphens or underscores, is stored with each. Default: none.
         *
         * @throws IllegalArgumentException when the key has fewer than 32 bytes, or there is a pepper already
         */
        public Builder pepper(String keyId, byte[] key) {
            peppers = peppers.with(keyId, key, true);
            return this;
        }

        /** A pepper of older hashes: still checked, and a new hash asked for. */
        public Builder formerPepper(String keyId, byte[] key) {
            peppers = peppers.with(keyId, key, false);
            return this;
        }

        /** What a stored hash may cost. Default: {@link HashLimits#STANDARD}. */
        public Builder limits(HashLimits maximum) {
            limits = requireNonNull(maximum, "maximum");
            return this;
        }

        /**
         * How many hashes are computed at once, 1 to 10,000. Default: twice the processors.
         *
         * @throws IllegalArgumentException when it is out of these bounds
         */
        public Builder parallel(int hashes) {
            if (hashes < 1 || hashes > MOST_PARALLEL) {
                throw new IllegalArgumentException("parallel must be 1 to " + MOST_PARALLEL);
            }
            parallel = hashes;
            return this;
        }

        /**
         * How long to wait for a turn, at most a minute; zero for not at all. Default: two seconds.
         *
         * @throws IllegalArgumentException when it is out of these bounds
         */
        public Builder maxWait(Duration longest) {
            if (longest.isNegative() || longest.compareTo(LONGEST_WAIT) > 0) {
                throw new IllegalArgumentException("maxWait must be zero to a minute");
            }
            maxWait = longest;
            return this;
        }

        /**
         * A kind of hash that was imported, by any hash of that kind: each check that fails also does its work. Without
         * it, wrong passwords of imported users take longer than those of others, for as long as they are imported ones.
         */
        public Builder alsoCosting(PasswordHash imported) {
            alsoCosting.add(requireNonNull(imported, "imported"));
            return this;
        }

        /**
         * The hasher.
         *
         * @throws IllegalArgumentException when new hashes, or those of {@link #alsoCosting}, would be over the limits
         * @throws NoClassDefFoundError when Bouncy Castle is missing
         */
        public PasswordHasher build() {
            PasswordHasher hasher = new PasswordHasher(this);
            for (PasswordHash decoy : hasher.decoys) {
                if (hasher.problem(decoy).isPresent()) {
                    throw new IllegalArgumentException("a hash that is to be made or spent is over the limits");
                }
            }
            return hasher;
        }
    }
}
