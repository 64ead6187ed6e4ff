package dev.onoma.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.administration.Administration;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.ConcurrentImportException;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An import that does not go smoothly")
class ResumedImportTest {
    private static final String[] ROWS = {
        "{'username':'a'}", "{}", "{'username':'b'}", "{'username':'a'}", "{'username':'c'}", "{'username':'d'}", "x"
    };

    private final Importing world = new Importing();

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void killAt(int write, int writes) {
        if (write == writes) {
            throw new Killed();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    @DisplayName("goes on where it was killed: nobody twice, and totals of the whole")
    void resumed(int writes) {
        InterruptedStore dying = new InterruptedStore(world.users, write -> killAt(write, writes));
        UserImport first = world.importing(dying).batchRows(2).build();
        assertThatThrownBy(() -> Importing.run(first, ROWS)).isInstanceOf(Killed.class);

        assertThat(Importing.run(world.importing(world.users).batchRows(3).build(), ROWS))
                .isEqualTo("4 0 3");
        assertThat(world.users.list(Optional.empty(), 10))
                .extracting(user -> user.text(RootAttribute.USERNAME).orElseThrow())
                .containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    @DisplayName("tells at the start how far it is, and only what fails from there")
    void started() {
        InterruptedStore dying = new InterruptedStore(world.users, write -> killAt(write, 2));
        UserImport first = world.importing(dying).batchRows(2).build();
        assertThatThrownBy(() -> Importing.run(first, ROWS)).isInstanceOf(Killed.class);

        List<String> told = new ArrayList<>();
        ImportListener listener = new ImportListener() {
            @Override
            public void started(ImportProgress progress) {
                told.add("from " + progress.rows() + ", failed " + progress.failed());
            }

            @Override
            public void failing(List<FailedRow> rows) {
                rows.forEach(row -> told.add("line " + row.line()));
            }
        };
        Importing.run(world.importing(world.users).listener(listener).build(), ROWS);

        assertThat(told).containsExactly("from 4, failed 2", "line 7");
    }

    @Test
    @DisplayName("is forgotten once it is finished: the same rows again are duplicates")
    void forgotten() {
        world.imported(ROWS);

        assertThat(world.imported(ROWS)).isEqualTo("0 0 7");
    }

    @Test
    @DisplayName("is another one with another file, or other options, and begins at the beginning")
    void other() {
        InterruptedStore dying = new InterruptedStore(world.users, write -> killAt(write, 1));
        UserImport first = world.importing(dying).batchRows(5).build();
        assertThatThrownBy(() -> Importing.run(first, ROWS)).isInstanceOf(Killed.class);

        assertThat(world.upserted(ROWS)).isEqualTo("1 4 2");
        assertThat(world.imported(ROWS[0], ROWS[2])).isEqualTo("0 0 2");
    }

    @Test
    @DisplayName("of a row whose user logs in for the first time meanwhile, only this row is decided again")
    void login() {
        LoginProcessor logins = LoginProcessor.builder(world.users)
                .connection(Importing.main())
                .clock(world.clock)
                .build();
        InterruptedStore busy = new InterruptedStore(world.users, write -> {
            if (write == 0) {
                logins.login(World.loginOf("main", "{'sub':'2','email':'bob@example.org'}"));
            }
        });

        assertThat(Importing.run(
                        world.importing(busy).build(),
                        "{'user_id':'1','username':'a'}",
                        "{'user_id':'2','username':'b'}",
                        "{}",
                        "{'user_id':'3','username':'c'}"))
                .isEqualTo("2 0 2");

        assertThat(world.failures())
                .containsExactly(
                        "2 duplicated_user: a user with that user_id is known",
                        "3 missing_identifier: a row must have an email, username or phone_number");
    }

    @Test
    @DisplayName("of a user that is edited meanwhile loses neither the edit nor the row")
    void edit() {
        world.imported("{'user_id':'1','username':'a'}");
        Administration administration = Administration.over(world.users, Connections.of(Importing.main()), world.clock);
        InterruptedStore busy = new InterruptedStore(world.users, write -> {
            if (write == 0) {
                administration.edit(
                        UserId.of("database|main|1"),
                        AdministratorEdit.builder()
                                .set(RootAttribute.GIVEN_NAME, "Ada")
                                .build());
            }
        });

        Importing.run(world.importing(busy).upsert().build(), "{'username':'a','family_name':'Lovelace'}");

        assertThat(world.user("database|main|1").name()).hasValue("Ada Lovelace");
    }

    @Test
    @DisplayName("a row whose user keeps changing fails, and the rest goes on")
    void contended() {
        world.imported("{'user_id':'1','username':'a'}");
        InterruptedStore busy = new InterruptedStore(world.users, write -> {
            if (write < 51) {
                throw new StaleUserException();
            }
        });

        assertThat(Importing.run(
                        world.importing(busy).upsert().build(), "{'username':'a','name':'A'}", "{'username':'b'}"))
                .isEqualTo("1 0 1");
        assertThat(world.failures())
                .containsExactly("1 contended_user: the user kept changing while the row was applied");
    }

    @Test
    @DisplayName("one that runs twice at once ends the one that is behind")
    void concurrent() {
        UserImport other =
                UserImport.into(Importing.main(), world.users).batchRows(1).build();
        InterruptedStore stopped = new InterruptedStore(world.users, write -> killAt(write, 1));
        InterruptedStore slow = new InterruptedStore(world.users, write -> {
            if (write == 0) {
                UserImport ahead =
                        UserImport.into(Importing.main(), stopped).batchRows(1).build();
                assertThatThrownBy(() -> Importing.run(ahead, ROWS)).isInstanceOf(Killed.class);
            }
        });

        assertThatThrownBy(
                        () -> Importing.run(world.importing(slow).batchRows(1).build(), ROWS))
                .isInstanceOf(ConcurrentImportException.class)
                .hasMessage("the same import is running elsewhere");
        assertThat(Importing.run(other, ROWS)).isEqualTo("4 0 3");
    }
}
