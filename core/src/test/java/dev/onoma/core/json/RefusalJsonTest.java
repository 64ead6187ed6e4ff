package dev.onoma.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefusalJsonTest {
    @Test
    @DisplayName("a refusal as JSON has its code and its message")
    void written() {
        assertThat(RefusalJson.write(new Refusal(RefusalCode.MISSING_SUBJECT, "claim \"sub\" is missing"))
                        .toJson())
                .isEqualTo("{\"error\":{\"code\":\"missing_subject\",\"message\":\"claim \\\"sub\\\" is missing\"}}");
    }
}
