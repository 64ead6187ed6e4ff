package dev.onoma.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.testkit.TestClock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tenants of one database see of one another. */
abstract class TenantTestCases {
    private static final Map<String, String> ADA = Map.of("id", "ada", "email", "ada@example.org");

    private final DataSource source;
    private World one;
    private World other;

    TenantTestCases(DataSource source) {
        this.source = source;
    }

    @BeforeEach
    void worlds() {
        one = World.empty(source);
        other = World.empty(source);
        one.login(World.DEVELOPER, ADA);
    }

    @Test
    @DisplayName("nothing: not the user, its identity, its address, its history, nor where a connection is pinned")
    void nothing() {
        one.store().pin("developer", "space");

        assertThat(other.store().find(World.id("ada"))).isEmpty();
        assertThat(other.store().find(one.user("ada").primaryIdentity().key())).isEmpty();
        assertThat(other.store()
                        .candidates(EmailAddress.parse("ada@example.org").orElseThrow(), 10))
                .isEmpty();
        assertThat(other.store().events(World.id("ada"), 10)).isEmpty();
        assertThat(other.store().pinned("developer")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "t\u0000", "t\ud800", "\udc00t"})
    @DisplayName("a name that an engine would refuse, or take for another one, is refused")
    void names(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcUserStore.builder(source).tenant(name))
                .withMessageStartingWith("tenant must have 1 to 128 characters");
    }

    @Test
    @DisplayName("the same login makes a user in each, and what one does with it leaves the other's alone")
    void apart() {
        List<String> before = StoredRows.of(source, one.tenant()).all();

        other.login(World.DEVELOPER, ADA);
        other.login(World.DEVELOPER, ADA);
        other.administration().block(World.id("ada")).orElseThrow();
        other.administration().delete(World.id("ada")).orElseThrow();
        other.store().purge(TestClock.START.plusSeconds(60));

        assertThat(StoredRows.of(source, one.tenant()).all()).isEqualTo(before);
    }
}
