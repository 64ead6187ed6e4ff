/** One user profile, whichever identity provider a login came from. */
module dev.onoma.core {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;

    exports dev.onoma.core;
    exports dev.onoma.core.administration;
    exports dev.onoma.core.attribute;
    exports dev.onoma.core.claims;
    exports dev.onoma.core.connection;
    exports dev.onoma.core.credential;
    exports dev.onoma.core.history;
    exports dev.onoma.core.json;
    exports dev.onoma.core.link;
    exports dev.onoma.core.login;
    exports dev.onoma.core.provider;
    exports dev.onoma.core.search;
    exports dev.onoma.core.session;
    exports dev.onoma.core.store;
    exports dev.onoma.core.sync;
    exports dev.onoma.core.ticket;
    exports dev.onoma.core.transfer;
    exports dev.onoma.core.user;
}
