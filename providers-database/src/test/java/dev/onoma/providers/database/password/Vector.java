package dev.onoma.providers.database.password;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A known answer: a password and the stored form of its hash, with its origin. */
record Vector(String id, String comment, String source, String password, String hash) {
    private static final String ARGON2 = "https://github.com/P-H-C/phc-winner-argon2/blob/master/src/test.c";
    private static final String JBCRYPT =
            "https://github.com/djmdjm/jBCrypt/blob/master/test/org/mindrot/jbcrypt/TestBCrypt.java";
    private static final String CRYPT_BLOWFISH = "https://www.openwall.com/crypt/ (wrapper.c)";
    private static final String RFC_4231 = "https://www.rfc-editor.org/rfc/rfc4231#section-4.3";
    private static final String RFC_2202 = "https://www.rfc-editor.org/rfc/rfc2202#section-2";
    private static final String FIPS_180 = "https://csrc.nist.gov/pubs/fips/180-4/upd1/final (examples)";
    private static final String JEFE = "what do ya want for nothing?";

    static final List<Vector> ALL = List.of(
            new Vector(
                    "argon2id-1",
                    "two passes, one lane",
                    ARGON2,
                    "password",
                    "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"),
            new Vector(
                    "argon2id-2",
                    "two lanes",
                    ARGON2,
                    "password",
                    "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"),
            new Vector(
                    "argon2i-1",
                    "the variant without data-dependent reads",
                    ARGON2,
                    "password",
                    "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8"),
            new Vector(
                    "argon2i-10",
                    "version 1.0, whose strings name none",
                    ARGON2,
                    "password",
                    "$argon2i$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY"),
            new Vector(
                    "bcrypt-1",
                    "one letter, cost 6",
                    JBCRYPT,
                    "a",
                    "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe"),
            new Vector(
                    "bcrypt-2",
                    "cost 6",
                    JBCRYPT,
                    "abcdefghijklmnopqrstuvwxyz",
                    "$2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC"),
            new Vector(
                    "bcrypt-3",
                    "signs",
                    JBCRYPT,
                    "~!@#$%^&*()      ~!@#$%^&*()PNBFRD",
                    "$2a$06$fPIsBO8qRqkjj273rfaOI.HtSV9jLDpTbZn782DC6/t7qT67P6FfO"),
            new Vector(
                    "bcrypt-4",
                    "a salt of zeros but for its padding",
                    CRYPT_BLOWFISH,
                    "U*U",
                    "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
            new Vector(
                    "bcrypt-5",
                    "bytes over 0x7f: where version x went wrong",
                    CRYPT_BLOWFISH,
                    "\u00ff\u00ff\u00a3",
                    "$onoma$enc=latin1$2y$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e"),
            new Vector(
                    "bcrypt-6",
                    "version b",
                    "https://auth0.com/docs/manage-users/user-migration/"
                            + "bulk-user-import-database-schema-and-examples#bcrypt",
                    "hello",
                    "$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K"),
            hex(
                    "scrypt-1",
                    "N=1024, r=8, p=16",
                    "https://www.rfc-editor.org/rfc/rfc7914#section-12",
                    "password",
                    "$scrypt$ln=10,r=8,p=16$TmFDbA$",
                    "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                            + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"),
            hex(
                    "scrypt-2",
                    "N=16384, r=8, p=1",
                    "https://www.rfc-editor.org/rfc/rfc7914#section-12",
                    "pleaseletmein",
                    "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$",
                    "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                            + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"),
            hex(
                    "pbkdf2-1",
                    "two iterations of SHA-1",
                    "https://www.rfc-editor.org/rfc/rfc6070#section-2",
                    "password",
                    "$pbkdf2-sha1$i=2,l=20$c2FsdA$",
                    "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"),
            hex(
                    "pbkdf2-2",
                    "more than one block",
                    "https://www.rfc-editor.org/rfc/rfc6070#section-2",
                    "passwordPASSWORDpassword",
                    "$pbkdf2-sha1$i=4096,l=25$c2FsdFNBTFRzYWx0U0FMVHNhbHRTQUxUc2FsdFNBTFRzYWx0$",
                    "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038"),
            hex(
                    "pbkdf2-3",
                    "SHA-256",
                    "https://www.rfc-editor.org/rfc/rfc7914#section-11",
                    "passwd",
                    "$pbkdf2-sha256$i=1,l=64$c2FsdA$",
                    "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                            + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783"),
            hex(
                    "md4-1",
                    "MD4 alone",
                    "https://www.rfc-editor.org/rfc/rfc1320#appendix-A.5",
                    "message digest",
                    "$md4$",
                    "d9130a8164549fe818874806e1c7014b"),
            hex(
                    "md5-1",
                    "MD5 alone",
                    "https://www.rfc-editor.org/rfc/rfc1321#appendix-A.5",
                    "message digest",
                    "$md5$",
                    "f96b697d7cb7938d525a2f31aaf161d0"),
            hex("sha1-1", "SHA-1 alone", FIPS_180, "abc", "$sha1$", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            hex(
                    "sha256-1",
                    "SHA-256 alone",
                    FIPS_180,
                    "abc",
                    "$sha256$",
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            hex(
                    "sha512-1",
                    "SHA-512 alone",
                    FIPS_180,
                    "abc",
                    "$sha512$",
                    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"),
            hex(
                    "md5-2",
                    "a salt in front",
                    "https://auth0.com/docs/manage-users/user-migration/"
                            + "bulk-user-import-database-schema-and-examples",
                    "password",
                    "$onoma$prefix=c2FsdA$md5$",
                    "67a1e09bb1f83f5007dc119c14d663aa"),
            hex(
                    "ldap-1",
                    "{SSHA}: a salt behind",
                    "https://passlib.readthedocs.io/en/stable/lib/" + "passlib.hash.ldap_std.html",
                    "password",
                    "$onoma$suffix=bFOTSQ$sha1$",
                    "a4aaa436bd6dab7c2d42a93e51c3f20371e70363"),
            hex("hmac-md5", "test case 2", RFC_2202, JEFE, "$hmac-md5$SmVmZQ$", "750c783e6ab0b503eaa86e310a5db738"),
            hex(
                    "hmac-sha1",
                    "test case 2",
                    RFC_2202,
                    JEFE,
                    "$hmac-sha1$SmVmZQ$",
                    "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
            hex(
                    "hmac-sha224",
                    "test case 2",
                    RFC_4231,
                    JEFE,
                    "$hmac-sha224$SmVmZQ$",
                    "a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44"),
            hex(
                    "hmac-sha256",
                    "test case 2",
                    RFC_4231,
                    JEFE,
                    "$hmac-sha256$SmVmZQ$",
                    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
            hex(
                    "hmac-sha512",
                    "test case 2",
                    RFC_4231,
                    JEFE,
                    "$hmac-sha512$SmVmZQ$",
                    "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                            + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"));

    private static Vector hex(
            String id, String comment, String source, String password, String beginning, String hash) {
        byte[] bytes = HexFormat.of().parseHex(hash);
        return new Vector(
                id,
                comment,
                source,
                password,
                beginning + Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    static Stream<Arguments> all() {
        return ALL.stream().map(vector -> argumentSet(vector.id() + ": " + vector.comment(), vector));
    }

    PasswordHash parsed() {
        return PasswordHash.parse(hash);
    }
}
