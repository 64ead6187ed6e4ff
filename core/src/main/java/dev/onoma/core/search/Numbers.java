package dev.onoma.core.search;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as queries write them: the grammar of JSON, within bounds in which comparing is cheap. */
final class Numbers {
    private static final Pattern DECIMAL =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,99})(?:\\.[0-9]{1,99})?(?:[eE][-+]?[0-9]{1,3})?");

    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");

    private Numbers() {}

    static Optional<BigDecimal> parse(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** An integer that fits in 64 bits. */
    static Optional<BigDecimal> integer(String text) {
        return INTEGER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
