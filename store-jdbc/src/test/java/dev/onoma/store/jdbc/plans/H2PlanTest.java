package dev.onoma.store.jdbc.plans;

import org.junit.jupiter.api.DisplayName;

@DisplayName("plans of H2")
class H2PlanTest extends PlanTestCases {
    @Override
    String emptyDatabase() {
        return "jdbc:h2:mem:plans;DB_CLOSE_DELAY=-1";
    }

    @Override
    String numbers() {
        return "select x as n from system_range(1, " + USERS + ")";
    }

    @Override
    String scan() {
        return "tableScan";
    }

    @Override
    String emptyJson() {
        return "json '{}'";
    }
}
