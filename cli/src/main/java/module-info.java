/** The command line: {@code onoma map}, {@code onoma run}, {@code onoma users} and {@code onoma provider}. */
module dev.onoma.cli {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires dev.onoma.core;
    requires dev.onoma.mapping;
    requires dev.onoma.providers.apple;
    requires dev.onoma.providers.database;
    requires dev.onoma.providers.discord;
    requires dev.onoma.providers.facebook;
    requires dev.onoma.providers.github;
    requires dev.onoma.providers.google;
    requires dev.onoma.providers.linkedin;
    requires dev.onoma.providers.microsoft;
    requires dev.onoma.providers.oidc;
    requires dev.onoma.store.jdbc;
    requires dev.onoma.testkit.fixture;
    requires info.picocli;
    requires java.compiler;
    requires org.bouncycastle.provider;

    opens dev.onoma.cli to
            info.picocli;
    opens dev.onoma.cli.map to
            info.picocli;
    opens dev.onoma.cli.provider to
            info.picocli;
    opens dev.onoma.cli.run to
            info.picocli;
    opens dev.onoma.cli.users to
            info.picocli;
}
