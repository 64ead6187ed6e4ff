/** Providers as data: tables from claims to root attributes, read from YAML or JSON files. */
module dev.onoma.mapping {
    requires static org.jspecify;
    requires transitive dev.onoma.core;
    requires dev.onoma.providers.oidc;
    requires org.snakeyaml.engine;

    exports dev.onoma.mapping;
}
