/** The command line: {@code onoma map}, {@code onoma run} and {@code onoma users}. */
module dev.onoma.cli {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires dev.onoma.core;
    requires dev.onoma.mapping;
    requires dev.onoma.providers.database;
    requires dev.onoma.providers.facebook;
    requires dev.onoma.providers.google;
    requires dev.onoma.providers.oidc;
    requires dev.onoma.store.jdbc;
    requires dev.onoma.testkit.fixture;
    requires info.picocli;

    opens dev.onoma.cli to
            info.picocli;
    opens dev.onoma.cli.map to
            info.picocli;
    opens dev.onoma.cli.run to
            info.picocli;
    opens dev.onoma.cli.users to
            info.picocli;
}
