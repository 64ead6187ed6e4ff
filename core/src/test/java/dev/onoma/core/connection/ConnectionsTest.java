package dev.onoma.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.provider.Provider;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static Connection connection(String name) {
        return Connection.of(name, Provider.named("example").subject("id").build())
                .build();
    }

    @Test
    @DisplayName("a connection is found by its exact name")
    void find() {
        Connection work = connection("work");
        Connections connections = Connections.of(work, connection("home"));

        assertThat(connections.find("work")).containsSame(work);
        assertThat(connections.find("Work")).isEmpty();
        assertThat(connections.find("other")).isEmpty();
        assertThat(connections.all()).extracting(Connection::name).containsExactlyInAnyOrder("work", "home");
        assertThat(Connections.of(List.of(work)).all()).containsExactly(work);
        assertThat(Connections.of(List.of(work))).hasToString("Connections[work]");
    }

    @Test
    @DisplayName("two connections never share a name")
    void twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connections.of(connection("work"), connection("work")))
                .withMessage("two connections are called \"work\"");
    }

    @Test
    @DisplayName("no connection can be added or taken away afterwards")
    void unmodifiable() {
        Connections connections = Connections.of(connection("work"));

        assertThatThrownBy(() -> connections.all().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Connections.of().all()).isEmpty();
    }
}
