package dev.onoma.store.jdbc.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.transfer.UserImport;
import dev.onoma.store.jdbc.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** An import of three batches: a user who is known, three who are not, and a row that fails. ' stands for ". */
final class BulkImport {
    private static final Connection PEOPLE = Connection.of(
                    "people",
                    Provider.named("database")
                            .database()
                            .subject("user_id")
                            .attribute(RootAttribute.NAME, "name")
                            .attribute(RootAttribute.USERNAME, "username")
                            .email("email", Flag.claim("email_verified"))
                            .build())
            .build();

    private static final String ADA = "{'user_id':'ada','email':'" + FaultyDatabase.SECRET + "','name':'Ada'}";
    private static final String ROWS = String.join(
            "\n",
            "{'email':'" + FaultyDatabase.SECRET + "','name':'Ada, Countess'}",
            "{'user_id':'bob','username':'bob'}",
            "{'name':'nobody'}",
            "{'username':'cyd'}",
            "{'user_id':'dee','username':'dee'}");

    static final List<Operation> ALL = List.of(
            new Operation("import of new users", Operation.Kind.IN_STEPS, world -> {
                ada(world);
                UserImport users = importing(world).build();
                return () -> assertThat(totals(users, ROWS)).isEqualTo("3 0 2");
            }),
            new Operation("import that updates", Operation.Kind.IN_STEPS, world -> {
                ada(world);
                UserImport users = importing(world).upsert().build();
                return () -> assertThat(totals(users, ROWS)).isEqualTo("3 1 1");
            }));

    private BulkImport() {}

    /** One row draws a subject, the same in each run: somebody who came in twice would collide and change the totals. */
    private static UserImport.Builder importing(World world) {
        return world.importing(PEOPLE).batchRows(2).subjects(() -> "cyd");
    }

    private static void ada(World world) {
        assertThat(totals(importing(world).build(), ADA)).isEqualTo("1 0 0");
        world.later();
    }

    /** How many rows were inserted, updated, and failed. */
    private static String totals(UserImport users, String rows) {
        byte[] file = rows.replace('\'', '"').getBytes(UTF_8);
        try {
            ImportProgress done = users.run(() -> new ByteArrayInputStream(file));
            return done.inserted() + " " + done.updated() + " " + done.failed();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
