/** Recorded answers of providers, with what must come of them: for test kits, and for the command line. */
module dev.onoma.testkit.fixture {
    requires static transitive org.jspecify;
    requires transitive dev.onoma.core;

    exports dev.onoma.testkit.fixture;
}
