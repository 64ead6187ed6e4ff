package dev.onoma.store.jdbc.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.search.Sort;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("plans of H2")
class H2PlanTest extends PlanTestCases {
    private static final Pattern ALL_OF_A_TENANT = Pattern.compile("/\\* [\\w.]+: TENANT = \\S+\\s+\\*/");

    @Override
    String emptyDatabase() {
        return "jdbc:h2:mem:plans;DB_CLOSE_DELAY=-1";
    }

    @Override
    String numbers() {
        return "select x as n from system_range(1, " + USERS + ")";
    }

    @Override
    boolean readsAll(String plan) {
        return plan.contains("tableScan") || ALL_OF_A_TENANT.matcher(plan).find();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_id:1", "email:1", "name:1", "created_at:1"})
    @DisplayName("a page is read from an index that is in its order")
    void pages(String order) throws SQLException {
        SearchRequest.Builder page = SearchRequest.builder().sort(Sort.parse(order));

        assertThat(planOfPage(page.build())).contains("index sorted");
    }

    @Override
    String emptyJson() {
        return "json '{}'";
    }
}
