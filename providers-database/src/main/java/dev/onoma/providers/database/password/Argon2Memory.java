package dev.onoma.providers.database.password;

import java.lang.ref.SoftReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * The memory of one parameter set of Argon2, used again and again: a fresh 19 MiB for each login is a quarter of its
 * time, and work for the garbage collector. As many pieces are kept as were ever in use at once; the JVM takes back idle
 * ones when it runs short. Thread-safe.
 */
final class Argon2Memory {
    private final Argon2Costs costs;
    private final int blocks;
    private final Queue<SoftReference<BlockPool>> idle = new ConcurrentLinkedQueue<>();

    Argon2Memory(Argon2Costs costs) {
        this.costs = costs;
        this.blocks = blocks(costs);
    }

    private static int blocks(Argon2Costs costs) {
        return Argon2BytesGenerator.getBlockCount(costs.memoryKib(), costs.lanes());
    }

    /** Computes with memory that nobody else uses meanwhile. */
    byte[] compute(Argon2Costs needed, Function<BlockPool, byte[]> computation) {
        if (needed.lanes() != costs.lanes() || blocks(needed) != blocks) {
            return computation.apply(new FixedBlockPool(0));
        }
        BlockPool pool = takeIdle();
        byte[] result = computation.apply(pool);
        // After an exception it is not given back: some of its blocks are gone. Bouncy Castle has cleared the others.
        idle.add(new SoftReference<>(pool));
        return result;
    }

    /** How many pieces are kept; those in use not among them. */
    int idle() {
        return idle.size();
    }

    private BlockPool takeIdle() {
        SoftReference<BlockPool> next = idle.poll();
        while (next != null) {
            BlockPool pool = next.get();
            if (pool != null) {
                return pool;
            }
            next = idle.poll();
        }
        return new FixedBlockPool(blocks);
    }
}
