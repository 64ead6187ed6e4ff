package dev.onoma.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a contract against somebody who breaks it, and tells which of its tests see that. */
final class ContractRun {
    private ContractRun() {}

    /** The display names of the tests that fail; of tests that are made while running, that of their factory. */
    static Set<String> failuresOf(Class<?> contract) {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute();
        Set<String> failures = new TreeSet<>();
        results.allEvents().failed().stream()
                .map(Event::getTestDescriptor)
                .map(ContractRun::named)
                .forEach(failures::add);
        return failures;
    }

    /** The messages of the tests that fail. */
    static List<String> messagesOf(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(thrown -> String.valueOf(thrown.getMessage()))
                .toList();
    }

    private static String named(TestDescriptor test) {
        boolean made = test.getUniqueId().getLastSegment().getType().startsWith("dynamic");
        return made ? test.getParent().map(ContractRun::named).orElseThrow() : test.getDisplayName();
    }
}
