package dev.onoma.fuzz.targets;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserJson;
import dev.onoma.fuzz.input.Marker;
import java.util.List;
import java.util.stream.Stream;

/** A few users to find, and to take apart. */
final class Users {
    static final List<JsonObject> DOCUMENTS = Stream.of(
                    "{'user_id':'db|1','identities':[{'connection':'db','provider':'auth0','user_id':'1','isSocial':false}],"
                            + "'created_at':'2026-01-31T12:00:00Z'}",
                    "{'user_id':'google|7','email':'" + Marker.TEXT + "@example.com','email_verified':true,"
                            + "'name':'Ana','nickname':'ana','given_name':'Ana','family_name':'Horvat',"
                            + "'username':'ana','phone_number':'+385911','phone_verified':false,"
                            + "'picture':'https://x.example/p','owners':{'email':'google','name':'user','nickname':'derived',"
                            + "'given_name':'google','family_name':'admin','username':'admin','phone_number':'import',"
                            + "'picture':'google'},'identities':[{'connection':'google','provider':'google-oauth2',"
                            + "'user_id':'7','isSocial':true,'profileData':{'a':[1,{'b':null}],'hd':'x.example'}},"
                            + "{'connection':'db','provider':'auth0','user_id':'2'}],"
                            + "'user_metadata':{'language':'hr'},'app_metadata':{'plan':'gold','seats':5,'on':true},"
                            + "'blocked':true,'created_at':'2026-01-31T12:00:00.123Z','updated_at':'2026-02-01T00:00:00Z',"
                            + "'last_login':'2026-02-01T00:00:00Z','last_ip':'2001:db8::7','logins_count':7}")
            .map(Documents::json)
            .toList();

    private Users() {}

    static List<User> all() {
        return DOCUMENTS.stream().map(UserJson::read).toList();
    }

    static InMemoryUserStore store() {
        InMemoryUserStore store = new InMemoryUserStore();
        all().forEach(user -> store.write(new UserChange.Insert(user)));
        return store;
    }
}
