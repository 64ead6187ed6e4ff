package dev.onoma.store.jdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.StoredRows;
import dev.onoma.store.jdbc.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** One operation with one fault at one of its calls, and the judgement of what is there afterwards. */
final class Trial {
    private final Operation operation;
    private final Fault fault;
    private final DataSource real;
    private final FaultyDatabase database;
    private final World world;
    private final StoredRows rows;

    Trial(Operation operation, Fault fault, DataSource real) {
        this.operation = operation;
        this.fault = fault;
        this.real = real;
        this.database = new FaultyDatabase(real);
        this.world = World.empty(database.source());
        this.rows = StoredRows.of(real, world.tenant());
    }

    /** How it ended. */
    enum End {
        /** The operation was over before its calls were that many. */
        NOT_REACHED,
        SUCCEEDED,
        NOTHING_WRITTEN,
        OUTCOME_UNKNOWN
    }

    /** What is stored when nothing goes wrong. */
    List<String> withoutFault() {
        operation.prepare().apply(world).run();
        return rows.all();
    }

    End at(int point, List<String> expected) {
        Runnable step = operation.prepare().apply(world);
        List<String> before = rows.all();

        database.arm(fault, point);
        Optional<StoreUnavailableException> thrown = run(step);
        boolean struck = database.disarm();

        rows.areSound();
        thrown.ifPresent(Trial::tellsNothing);
        List<String> now = rows.all();
        if (thrown.isEmpty()) {
            assertThat(now).as("what a success leaves").isEqualTo(expected);
            return struck ? End.SUCCEEDED : End.NOT_REACHED;
        }
        assertThat(struck).as("whether it failed by the fault").isTrue();
        return thrown.get().isOutcomeUnknown()
                ? unknown(step, before, now, expected)
                : failed(step, before, now, expected);
    }

    private static Optional<StoreUnavailableException> run(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (StoreUnavailableException unavailable) {
            return Optional.of(unavailable);
        }
    }

    private End failed(Runnable step, List<String> before, List<String> now, List<String> expected) {
        assertThat(fault).as("what may pass is repeated").isEqualTo(Fault.CRASH);
        if (!operation.stopsBetween()) {
            assertThat(now).as("what is there when nothing was written").isEqualTo(before);
        }
        endsWell(step, expected);
        return End.NOTHING_WRITTEN;
    }

    private End unknown(Runnable step, List<String> before, List<String> now, List<String> expected) {
        assertThat(fault.isRollback()).as("whether a rollback was an answer").isFalse();
        if (fault == Fault.LOST_ANSWER && !operation.stopsBetween()) {
            assertThat(now).as("what was carried out, once").isEqualTo(expected);
        } else if (!operation.stopsBetween()) {
            assertThat(now).as("all of it or nothing").isIn(before, expected);
        }
        // What stops between whole changes keeps how far it is; anything else may have been carried out already.
        if (operation.stopsBetween() || now.equals(before)) {
            endsWell(step, expected);
        }
        return End.OUTCOME_UNKNOWN;
    }

    /** When the database is there again. */
    private void endsWell(Runnable step, List<String> expected) {
        step.run();
        StoredRows again = StoredRows.of(real, world.tenant());
        again.areSound();
        assertThat(again.all()).as("what a second try leaves").isEqualTo(expected);
    }

    private static void tellsNothing(StoreUnavailableException thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        assertThat(text.toString()).as("what ends up in a log").doesNotContain(FaultyDatabase.SECRET);
        assertThat(thrown.getMessage()).as("message").doesNotContain("ada");
    }
}
