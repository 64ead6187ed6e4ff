/** Contracts, fixtures and assertions for those who write stores and providers. */
module dev.onoma.testkit {
    requires static transitive org.jspecify;
    requires transitive dev.onoma.core;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.onoma.testkit;
    exports dev.onoma.testkit.accounts;
    exports dev.onoma.testkit.assertions;
    exports dev.onoma.testkit.directory;
    exports dev.onoma.testkit.fixture;
    exports dev.onoma.testkit.store;

    // JUnit calls the tests of a contract, which are no API, in the name of whoever extends it.
    opens dev.onoma.testkit to
            org.junit.platform.commons;
    opens dev.onoma.testkit.accounts to
            org.junit.platform.commons;
    opens dev.onoma.testkit.directory to
            org.junit.platform.commons;
    opens dev.onoma.testkit.store to
            org.junit.platform.commons;
}
