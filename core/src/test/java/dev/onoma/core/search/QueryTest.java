package dev.onoma.core.search;

import static dev.onoma.core.search.Ana.ANA;
import static dev.onoma.core.search.Ana.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name:\"Ana Lovrić\"",
                "name:Ana\\ Lovrić",
                "name:\"ANA LOVRIĆ\"",
                "family_name:lovrić",
                "nickname:ANA.lovric",
                "email:ana.lovric@example.com",
                "email:ANA.LOVRIC@EXAMPLE.COM",
                "email.domain:EXAMPLE.com",
                "user_id:google-oauth2|103",
                "username:Ana",
                "phone_number:+385911",
                "picture:\"https://cdn.example.com/ana.jpg?s=1\"",
                "last_ip:2001:db8::7",
                "ana",
                "\"ana lovrić\"",
                "google-oauth2|103",
                "ana.lovric@EXAMPLE.com",
            })
    @DisplayName("a term is the whole text of its field, or without one of a field that tells users apart")
    void texts(String query) {
        assertThat(Query.parse(query).matches(ANA)).isTrue();
        assertThat(Query.parse(query).matches(NOBODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name:Ana",
                "name:Lovri\\*",
                "name:\"Ana*\"",
                "username:ana",
                "user_id:Google-oauth2|103",
                "email:ana.lovric",
                "gold",
                "hr",
                "unknown",
            })
    @DisplayName("no part of a text is enough, other fields are compared exactly, and bare terms leave metadata out")
    void noTexts(String query) {
        assertThat(Query.parse(query).matches(ANA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name:ana*",
                "name:A*",
                "name:*RIĆ",
                "name:ana*ić",
                "name:*lov*",
                "name:a*a*l*r*",
                "email:ANA*@EXAMPLE.com",
                "email:*@example.com",
                "email.domain:*.com",
                "identities.connection:google*",
                "app_metadata.plan:go*",
                "user_metadata.language:h*",
                "ana*",
            })
    @DisplayName("a wildcard stands for any characters or none, in metadata too")
    void wildcards(String query) {
        assertThat(Query.parse(query).matches(ANA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name:lov*", "name:*ana", "name:ana*ana*ović", "username:ana*", "app_metadata.plan:Go*"})
    @DisplayName("a pattern fits the whole text, and no part of it is used twice")
    void noWildcards(String query) {
        assertThat(Query.parse(query).matches(ANA)).isFalse();
    }

    @Test
    @DisplayName("the parts of a pattern do not overlap in the text")
    void overlap() {
        assertThat(Query.parse("username:Ana*a").matches(ANA)).isFalse();
        assertThat(Query.parse("username:An*a").matches(ANA)).isTrue();
        assertThat(Query.parse("username:*Ana*Ana").matches(ANA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blocked:false",
                "email_verified:true",
                "phone_verified:false",
                "identities.isSocial:true",
                "identities.isSocial:false",
                "logins_count:12",
                "logins_count:[12 TO 20}",
                "logins_count:{11 TO *]",
                "logins_count:[* TO 12]",
                "created_at:2026",
                "created_at:2026-03",
                "created_at:2026-03-31",
                "created_at:2026-03-31T22:30",
                "created_at:2026-03-31T22:30:00Z",
                "created_at:2026-03-31T22:30:00.25",
                "created_at:2026-03-31T22:30:00.250Z",
                "created_at:2026-04-01T00:30+02:00",
                "created_at:[2026-03-31 TO 2026-03-31]",
                "created_at:{2026-03-30 TO 2026-04-01}",
                "last_login:[2026-04-01 TO *]",
            })
    @DisplayName("flags, numbers and times are compared as such; a time stands for all that its precision leaves open")
    void typed(String query) {
        assertThat(Query.parse(query).matches(ANA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blocked:true",
                "logins_count:[1 TO 12}",
                "logins_count:{12 TO *]",
                "created_at:2026-04",
                "created_at:2026-03-31T22:30:00.2Z AND created_at:2026-03-31T22:30:00.3Z",
                "created_at:{2026-03-31 TO *]",
                "created_at:[* TO 2026-03-31}",
            })
    @DisplayName("what is excluded from a range is not found")
    void notTyped(String query) {
        assertThat(Query.parse(query).matches(ANA)).isFalse();
    }

    @Test
    @DisplayName("a user without an address has no flag of it, neither true nor false")
    void noAddress() {
        assertThat(Query.parse("email_verified:false").matches(NOBODY)).isFalse();
        assertThat(Query.parse("NOT email_verified:true").matches(NOBODY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identities.connection:users",
                "identities.provider:database",
                "identities.user_id:42",
                "identities.profileData.hd:example.com",
                "identities.profileData.https\\:\\/\\/example\\.com\\/team:blue",
                "app_metadata.plan:gold",
                "app_metadata.seats:15",
                "app_metadata.seats:[10 TO 20]",
                "app_metadata.code:13",
                "app_metadata.number:13",
                "app_metadata.number:1.3e1",
                "app_metadata.since:[2024-01-01 TO 2024-12-31]",
                "user_metadata.language:hr",
                "user_metadata.addresses.city:Zagreb",
                "user_metadata.addresses.city:Zadar",
                "user_metadata.shoes:[38 TO 39]",
                "user_metadata.newsletter:true",
                "user_metadata.a\\ b.c\\:d:1",
                "_exists_:user_metadata.addresses",
                "_exists_:user_metadata.nested",
                "_exists_:app_metadata",
                "_exists_:identities.profileData",
            })
    @DisplayName("JSON is looked into by its path, whatever arrays are on the way")
    void json(String query) {
        assertThat(Query.parse(query).matches(ANA)).isTrue();
        assertThat(Query.parse(query).matches(NOBODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app_metadata.plan:Gold",
                "app_metadata.seats:[2 TO 14]",
                "app_metadata.code:[1 TO 20]",
                "app_metadata.missing:1",
                "user_metadata.nested:deep",
                "user_metadata.city:Zagreb",
                "_exists_:user_metadata.none",
                "_exists_:user_metadata.empty",
                "_exists_:user_metadata.no",
                "_exists_:user_metadata.missing",
                "user_metadata.none:null",
            })
    @DisplayName("null and what is empty do not exist, and text is no number in a range of numbers")
    void noJson(String query) {
        assertThat(Query.parse(query).matches(ANA)).isFalse();
    }

    @Test
    @DisplayName("what exists can be asked of every field, in two ways")
    void exists() {
        for (UserField field : UserField.values()) {
            assertThat(Query.parse("_exists_:" + field.fieldName()).matches(ANA))
                    .isTrue();
            assertThat(Query.parse(field.fieldName() + ":*").matches(ANA)).isTrue();
        }
        assertThat(Query.parse("_exists_:email").matches(NOBODY)).isFalse();
        assertThat(Query.parse("last_login:[* TO *]").matches(NOBODY)).isFalse();
        assertThat(Query.parse("_exists_:logins_count").matches(NOBODY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "*", "*:*", "NOT blocked:true", "-name:x", "!name:x", "NOT NOT *"})
    @DisplayName("a blank query finds everybody, and a negation alone all others")
    void everybody(String query) {
        assertThat(Query.parse(query).matches(ANA)).isTrue();
        assertThat(Query.parse(query).matches(NOBODY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username:x OR username:Ana",
                "username:x || username:Ana",
                "username:x username:Ana",
                "username:Ana AND blocked:false",
                "username:Ana && blocked:false",
                "username:x AND blocked:true OR username:Ana",
                "username:Ana OR username:x AND blocked:true",
                "username:Ana -blocked:true",
                "username:Ana NOT blocked:true",
                "+username:Ana username:x",
                "username:(x OR Ana)",
                "username:(x Ana)",
                "logins_count:(1 OR [10 TO 20])",
                "(username:x OR (username:Ana))",
                "NOT (username:x OR blocked:true)",
                "username:x AND username:y username:Ana",
                "username:and OR username:Ana",
            })
    @DisplayName("AND binds tighter than white space, which binds tighter than OR")
    void logic(String query) {
        assertThat(Query.parse(query).matches(ANA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username:Ana -blocked:false",
                "+username:x username:Ana",
                "username:Ana AND NOT blocked:false",
                "username:x OR NOT username:Ana",
                "NOT username:Ana",
                "!!!username:Ana",
                "(username:Ana OR username:x) AND blocked:true",
                "username:(Ana AND x)",
            })
    @DisplayName("a minus takes away, a plus is a must")
    void noLogic(String query) {
        assertThat(Query.parse(query).matches(ANA)).isFalse();
    }

    @Test
    @DisplayName("no part of a query prints what is looked for")
    void silent() {
        String query = "secret1 \"secret2\" name:sec*ret user_id:[secret TO z] app_metadata.secret:secret"
                + " logins_count:77 created_at:2077 blocked:true";

        assertThat(Query.parse(query).toString())
                .doesNotContainIgnoringCase("sec")
                .doesNotContain("77", "true");
    }
}
