/** Users in a database, through JDBC. */
@SuppressWarnings("requires-transitive-automatic") // Micrometer is no module yet.
module dev.onoma.store.jdbc {
    requires static org.jspecify;
    requires static transitive micrometer.core;
    requires transitive dev.onoma.core;
    requires transitive java.sql;
    requires com.zaxxer.hikari;
    requires flyway.core;

    exports dev.onoma.store.jdbc;
    exports dev.onoma.store.jdbc.metrics;
}
