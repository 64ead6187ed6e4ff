package dev.onoma.store.jdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Operations under every fault at every call that they make, until they run through: what is stored is sound, and whole
 * or as it was; what may pass is repeated and ends well; a lost answer is said to be one, and not repeated
 * unless that does no harm.
 */
public abstract class FaultContract {
    private static final int MORE_THAN_ANY_OPERATION = 500;

    /** The database. */
    protected abstract DataSource database();

    /** What is done. */
    protected abstract List<Operation> operations();

    @TestFactory
    @DisplayName("at every call")
    Stream<DynamicTest> atEveryCall() {
        return operations().stream()
                .flatMap(operation -> Stream.of(Fault.values())
                        .map(fault -> DynamicTest.dynamicTest(
                                operation + ", " + fault, () -> atEveryCall(operation, fault))));
    }

    private void atEveryCall(Operation operation, Fault fault) {
        List<String> expected = new Trial(operation, fault, database()).withoutFault();
        Map<Trial.End, Integer> ends = new EnumMap<>(Trial.End.class);
        for (int point = 1; !ends.containsKey(Trial.End.NOT_REACHED); point++) {
            assertThat(point).as("calls of one operation").isLessThan(MORE_THAN_ANY_OPERATION);
            ends.merge(at(point, operation, fault, expected), 1, Integer::sum);
        }
        assertThat(ends).as("how it ended").containsKey(ordinary(fault, operation));
    }

    private Trial.End at(int point, Operation operation, Fault fault, List<String> expected) {
        try {
            return new Trial(operation, fault, database()).at(point, expected);
        } catch (AssertionError | RuntimeException problem) {
            throw new AssertionError("at call " + point + ": " + problem.getMessage(), problem);
        }
    }

    private static Trial.End ordinary(Fault fault, Operation operation) {
        return switch (fault) {
            case CRASH -> Trial.End.NOTHING_WRITTEN;
            case LOST_ANSWER ->
                operation.kind() == Operation.Kind.REPEATABLE ? Trial.End.SUCCEEDED : Trial.End.OUTCOME_UNKNOWN;
            case BREAK, SERIALIZATION_FAILURE, DEADLOCK -> Trial.End.SUCCEEDED;
        };
    }
}
