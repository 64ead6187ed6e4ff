package dev.onoma.store.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.search.Cursor;
import dev.onoma.core.search.Query;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.search.Sort;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.StoreObserver;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.sql.Database;
import dev.onoma.store.jdbc.sql.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("PostgreSQL finds users among many by an index")
class SearchPlanTest {
    private static final int USERS = 30_000;

    private static final String TENANT = UUID.randomUUID().toString();

    private static final Database DATABASE =
            new Database(TestDatabases.postgresql(), Dialect.POSTGRESQL, StoreObserver.NONE);

    private static final UserSearch SEARCH = new UserSearch(TENANT, DATABASE, Duration.ofSeconds(60));

    private static final String INSERT_USERS = """
            insert into onoma_users (tenant, user_id, version, tombstone, name, name_key, username, email, email_key,
                email_verified, owners, verifications, user_metadata, app_metadata, blocked, created_at, updated_at)
            select ?, 'a|' || n, 1, false, 'User ' || n, 'user ' || n, 'user' || n, 'u' || n || '@d' || n / 20 || '.example',
                'u' || n || '@d' || n / 20 || '.example', false, '{"name":"a","username":"a","email":"a"}', '{}',
                jsonb_build_object('shoe', n), jsonb_build_object('plan', 'p' || n % 3, 'order', jsonb_build_array('o' || n)),
                false, timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01'
            from generate_series(1, ?) n
            """;

    private static final String INSERT_IDENTITIES = """
            insert into onoma_identities (tenant, connection, subject, user_id, position, provider, is_social,
                vouched_for, profile_data)
            select tenant, case when length(user_id) % 2 = 0 then 'a' else 'b' end, substring(user_id from 3), user_id,
                0, 'a', false, true, '{}' from onoma_users where tenant = ?
            """;

    private static final String INSERT_LOGINS =
            "insert into onoma_logins (tenant, user_id, logins_count) select tenant, user_id, 1 from onoma_users where tenant = ?";

    @BeforeAll
    static void insertUsers() {
        TestDatabases.store(TestDatabases.postgresql());
        DATABASE.statement("insert", sql -> sql.update(INSERT_USERS, List.of(TENANT, USERS)));
        // As long as it takes the users for few, it reads all of them to check each foreign key.
        analyze();
        DATABASE.statement("insert", sql -> sql.update(INSERT_IDENTITIES, List.of(TENANT)));
        DATABASE.statement("insert", sql -> sql.update(INSERT_LOGINS, List.of(TENANT)));
        analyze();
    }

    private static void analyze() {
        DATABASE.statement(
                "analyze", sql -> sql.update("analyze onoma_users, onoma_identities, onoma_logins", List.of()));
    }

    private static String plan(SearchRequest request) {
        UserSearch.Statement statement = SEARCH.statement(request);
        return DATABASE.read(
                "explain",
                sql -> sql.query(
                        rows -> {
                            List<String> lines = new ArrayList<>();
                            while (rows.next()) {
                                lines.add(rows.getString(1));
                            }
                            return String.join("\n", lines);
                        },
                        "explain " + statement.sql(),
                        statement.parameters()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    user_id:"a|777"                                ; onoma_users_pkey
                    email:U777@D38.example                         ; onoma_users_email
                    email:u777@*                                   ; onoma_users_email
                    email.domain:d38.example                       ; onoma_users_email_domain
                    name:"USER 777"                                ; onoma_users_name
                    name:user\\ 777*                               ; onoma_users_name
                    name:["user 777" TO "user 7777"]               ; onoma_users_name
                    username:user777                               ; onoma_users_username
                    app_metadata.order:o777                        ; onoma_users_app_metadata
                    user_metadata.shoe:777                         ; onoma_users_user_metadata
                    identities.user_id:777                         ; onoma_identities_subject
                    identities.connection:b AND identities.user_id:777 ; onoma_identities_
                    app_metadata.order:o777 AND NOT blocked:true   ; onoma_users_app_metadata
                    email:u777@d38.example OR username:user778     ; onoma_users_username
                    created_at:2026-01-02T10:30                    ; onoma_users_created_at
                    """)
    @DisplayName("for what tells users apart")
    void selective(String query, String index) {
        String plan = plan(SearchRequest.of(Query.parse(query)));

        assertThat(plan).contains(index).doesNotContain("Seq Scan");
        assertThat(SEARCH.page(SearchRequest.of(Query.parse(query))).users()).isNotEmpty();
    }

    @Test
    @DisplayName("for a term without a field, in each of the fields that it looks at")
    void bare() {
        String plan = plan(SearchRequest.of(Query.parse("user777")));

        assertThat(plan)
                .contains("BitmapOr", "onoma_users_name", "onoma_users_nickname", "onoma_users_pkey")
                .doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @CsvSource({
        "user_id:1, onoma_users_pkey",
        "user_id:-1, onoma_users_pkey",
        "name:1, onoma_users_name",
        "name:-1, onoma_users_name",
        "email:1, onoma_users_email",
        "created_at:1, onoma_users_created_at",
        "created_at:-1, onoma_users_created_at",
    })
    @DisplayName("page by page, however far on: a page is read where it begins")
    void pages(String order, String index) {
        Sort sort = Sort.parse(order);
        SearchRequest.Builder request = SearchRequest.builder().sort(sort);
        Cursor middle = SEARCH.page(request.limit(1).offset(900).build()).next().orElseThrow();

        String plan = plan(request.offset(0).limit(50).after(middle).build());

        assertThat(plan)
                .contains(index, "Index Cond")
                .doesNotContain("Seq Scan")
                .doesNotContain("OFFSET");
    }

    @Test
    @DisplayName("behind any id, which is part of what the index is asked for")
    void behindId() {
        String plan = plan(
                SearchRequest.builder().after(Cursor.after(UserId.of("a|5"))).build());

        assertThat(plan).containsPattern("Index Cond: .*user_id > 'a\\|5'");
    }
}
