/** Users in a database, through JDBC. */
module dev.onoma.store.jdbc {
    requires static org.jspecify;
    requires static micrometer.core;
    requires transitive dev.onoma.core;
    requires transitive java.sql;
    requires com.zaxxer.hikari;
    requires flyway.core;

    exports dev.onoma.store.jdbc;
    exports dev.onoma.store.jdbc.metrics;
}
