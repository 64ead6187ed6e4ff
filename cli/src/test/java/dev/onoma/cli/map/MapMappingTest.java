package dev.onoma.cli.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("onoma map --mapping")
class MapMappingTest {
    private static final String ACME = """
            provider: acme
            subject: id
            attributes: {name: display, email: mail, email_verified: ok}
            deny: [locale]
            email_trust: never
            """;

    @TempDir
    private Path folder;

    private String mapping(String text) throws IOException {
        return Files.writeString(folder.resolve("acme.yaml"), text).toString();
    }

    @Test
    @DisplayName("maps documents by the file, with its deny list and its trust")
    void maps() throws IOException {
        Shown shown = Shell.onoma("map", "--mapping", mapping(ACME))
                .in("{'id':7,'display':'Ana','mail':'a@b.example','ok':true,'locale':'hr','role':'admin'}");

        assertThat(shown.lines())
                .containsExactly(Shell.json("{'connection':'acme','provider':'acme','subject':'7',"
                        + "'root':{'name':'Ana','nickname':'a','email':'a@b.example','email_verified':false},"
                        + "'derived':['nickname'],"
                        + "'profileData':{'id':7,'display':'Ana','mail':'a@b.example','ok':true,'role':'admin'},"
                        + "'warnings':[]}"));
    }

    @Test
    @DisplayName("lets the call add to the deny list, and replace the trust and the connection's name")
    void options() throws IOException {
        Shown shown = Shell.onoma(
                        "map",
                        "--mapping",
                        mapping(ACME),
                        "--connection",
                        "acme-eu",
                        "--deny",
                        "role",
                        "--email-trust",
                        "from_claim")
                .in("{'id':7,'mail':'a@b.example','ok':true,'locale':'hr','role':'admin'}");

        assertThat(shown.at(1, "connection")).isEqualTo("'acme-eu'");
        assertThat(shown.at(1, "root/email_verified")).isEqualTo("true");
        assertThat(shown.at(1, "profileData")).isEqualTo("{'id':7,'mail':'a@b.example','ok':true}");
    }

    @Test
    @DisplayName("tells all that is wrong with the file in one line, with lines and columns, and exit status 2")
    void wrong() throws IOException {
        String file = mapping(ACME.replace("name: display", "user_id: display").replace("subject", "subjcet"));

        assertThat(Shell.onoma("map", "--mapping", file).in("{'id':'1'}"))
                .isEqualTo(new Shown(
                        2,
                        "",
                        "onoma: the mapping " + file
                                + " is wrong: line 1, column 1: \"subject\" is missing: where the account's stable id is;"
                                + " line 2, column 1: there is no \"subjcet\": did you mean \"subject\"?;"
                                + " line 3, column 14: \"user_id\" is reserved, no claim can be mapped to it\n"));
    }

    @Test
    @DisplayName("is a file: standard input is for documents")
    void standardInput() {
        assertThat(Shell.onoma("map", "--mapping", "-").in(ACME))
                .isEqualTo(new Shown(2, "", "onoma: --mapping needs a file: standard input is for documents\n"));
    }

    @Test
    @DisplayName("is not read to its end when it has none")
    void endless() {
        assertThat(Shell.onoma("map", "--mapping", "/dev/zero").run())
                .isEqualTo(new Shown(
                        2,
                        "",
                        "onoma: the mapping /dev/zero is wrong: line 1, column 1: a mapping file is at most 65536 bytes"
                                + " long\n"));
    }
}
