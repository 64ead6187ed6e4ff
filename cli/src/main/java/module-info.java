/** The command line: {@code onoma map} and {@code onoma run}. */
module dev.onoma.cli {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires dev.onoma.core;
    requires dev.onoma.providers.database;
    requires dev.onoma.providers.facebook;
    requires dev.onoma.providers.google;
    requires dev.onoma.providers.oidc;
    requires info.picocli;

    opens dev.onoma.cli to
            info.picocli;
    opens dev.onoma.cli.map to
            info.picocli;
    opens dev.onoma.cli.run to
            info.picocli;
}
