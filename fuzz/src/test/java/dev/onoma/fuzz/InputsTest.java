package dev.onoma.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.fuzz.targets.Targets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Each input that the fuzzer begins with, and each that it has found, as an ordinary test. */
@DisplayName("Known inputs")
class InputsTest {
    @TestFactory
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisplayName("are read, or refused by a type, by every target")
    List<DynamicContainer> known() throws IOException {
        List<DynamicContainer> all = new ArrayList<>();
        for (String name : Targets.names()) {
            SortedMap<String, byte[]> inputs = Inputs.of(name);
            Target target = Targets.named(name);
            all.add(DynamicContainer.dynamicContainer(
                    name,
                    inputs.entrySet().stream()
                            .map(input ->
                                    DynamicTest.dynamicTest(input.getKey(), () -> target.run(input.getValue())))));
        }
        return all;
    }

    @Test
    @DisplayName("are there for every target: a folder that was moved must not look like a test that passes")
    void everyTarget() throws IOException {
        for (String name : Targets.names()) {
            assertThat(Inputs.of(name)).as(name).hasSizeGreaterThanOrEqualTo(3);
        }
    }
}
