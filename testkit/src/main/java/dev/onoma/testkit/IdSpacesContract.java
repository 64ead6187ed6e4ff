package dev.onoma.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.IdSpaces;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What everything keeps that pins connections to their id spaces (M1). Extend it with one method:
 *
 * <pre>{@code
 * class MyIdSpacesTest extends IdSpacesContract {
 *     @Override
 *     protected IdSpaces newIdSpaces() {
 *         return new MyUserStore(freshDatabase());
 *     }
 * }
 * }</pre>
 */
public abstract class IdSpacesContract {
    private static final String CONNECTION = "sso";
    private static final String ISSUER = "https://sso.example.com/realms/demo";
    private static final String ANOTHER = "https://sso.example.com/realms/other";

    /** For those who extend it. */
    protected IdSpacesContract() {}

    /** Id spaces in which nothing is pinned, others at each call. */
    protected abstract IdSpaces newIdSpaces();

    private @Nullable IdSpaces spaces;

    /** Opened at first use, when whoever extends the contract is ready. */
    private synchronized IdSpaces spaces() {
        if (spaces == null) {
            spaces = newIdSpaces();
        }
        return spaces;
    }

    @Test
    @DisplayName("M1: before its first use a connection is not pinned")
    void notPinned() {
        assertThat(spaces().pinned(CONNECTION)).isEmpty();
    }

    @Test
    @DisplayName("M1: the first pin stays")
    void firstPin() {
        assertThat(spaces().pin(CONNECTION, ISSUER)).isEqualTo(ISSUER);
        assertThat(spaces().pinned(CONNECTION)).contains(ISSUER);
    }

    @Test
    @DisplayName("M1: a second pin changes nothing, and is told the first")
    void secondPin() {
        spaces().pin(CONNECTION, ISSUER);

        assertThat(spaces().pin(CONNECTION, ANOTHER)).isEqualTo(ISSUER);
        assertThat(spaces().pinned(CONNECTION)).contains(ISSUER);
        assertThat(spaces().pin(CONNECTION, ISSUER)).isEqualTo(ISSUER);
    }

    @Test
    @DisplayName("M1: an administrator pins anew, whether or not the connection was pinned")
    void repin() {
        spaces().repin(CONNECTION, ISSUER);
        assertThat(spaces().pinned(CONNECTION)).contains(ISSUER);

        spaces().repin(CONNECTION, ANOTHER);
        assertThat(spaces().pinned(CONNECTION)).contains(ANOTHER);
        assertThat(spaces().pin(CONNECTION, ISSUER)).isEqualTo(ANOTHER);
    }

    @Test
    @DisplayName("M1: connections and spaces are compared exactly, and each connection has its own")
    void exact() {
        List<String> names = List.of("sso", "SSO", "ss\u00f6", "sso\u0308", "\u017fso", "sso2");
        names.forEach(
                name -> assertThat(spaces().pin(name, name + "/" + ISSUER)).isEqualTo(name + "/" + ISSUER));

        names.forEach(name -> assertThat(spaces().pinned(name)).contains(name + "/" + ISSUER));
        assertThat(spaces().pin(CONNECTION, CONNECTION + "/" + ISSUER + "/")).isEqualTo(CONNECTION + "/" + ISSUER);
    }

    @Test
    @DisplayName("M1: long names and long spaces are kept whole")
    void longTexts() {
        String name = "\ud83c\udf1f".repeat(128);
        String space = "https://example.com/" + "x".repeat(2_000);

        assertThat(spaces().pin(name, space)).isEqualTo(space);
        assertThat(spaces().pinned(name)).contains(space);
    }

    @Test
    @DisplayName("M1: of many first pins at once one counts, and all are told which")
    void race() {
        Set<String> told = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 64).parallel().forEach(i -> told.add(spaces().pin(CONNECTION, "space " + i)));

        assertThat(told).hasSize(1);
        assertThat(spaces().pinned(CONNECTION)).isEqualTo(told.stream().findFirst());
    }
}
