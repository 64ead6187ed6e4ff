package dev.onoma.providers.database.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every algorithm that a row may name, with its salt in either place and every encoding, against what other programs
 * make of it: HMAC by RFC 2202, 2286 and 4231, bcrypt by jBCrypt, and the rest by OpenSSL 3.
 */
class ImportedFormatsTest {
    private static final PasswordImport IMPORT = new PasswordImport(HashLimits.STANDARD);
    private static final Argon2Memory MEMORY = new Argon2Memory(new Argon2Costs(8, 1, 1));

    private static PasswordHash imported(String members) {
        String json = ("{'custom_password_hash':{" + members + "}}").replace('\'', '"');
        return IMPORT.read((JsonObject) JsonValue.parse(json)).orElseThrow();
    }

    private static boolean opens(PasswordHash hash, String password) {
        return PasswordHash.parse(hash.text()).matches(Password.of(password), Peppers.none(), MEMORY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "correct horse|'algorithm':'md4','salt':{'value':'ff009c41','encoding':'hex','position':'prefix'},'hash':{'value':'0e5339a89c4c7fc98d7a505b7e812f7b','encoding':'hex'}",
                "correct horse|'algorithm':'md4','salt':{'value':'/wCcQQ==','encoding':'base64','position':'suffix'},'hash':{'value':'73dd2e5e8c93aec6f314978000e2826d','encoding':'hex'}",
                "correct horse|'algorithm':'md5','salt':{'value':'ff009c41','encoding':'hex','position':'prefix'},'hash':{'value':'32c9777653bbbdb7177f86318d4a6571','encoding':'hex'}",
                "correct horse|'algorithm':'md5','salt':{'value':'/wCcQQ==','encoding':'base64','position':'suffix'},'hash':{'value':'ed880cd6f5ca0e2c05a029634ba0d480','encoding':'hex'}",
                "correct horse|'algorithm':'sha1','salt':{'value':'ff009c41','encoding':'hex','position':'prefix'},'hash':{'value':'177f3b2e7302e2b12af563556c775a4b1626670c','encoding':'hex'}",
                "correct horse|'algorithm':'sha1','salt':{'value':'/wCcQQ==','encoding':'base64','position':'suffix'},'hash':{'value':'9fd00dce15dbbc86084cdd0679261422a44169de','encoding':'hex'}",
                "correct horse|'algorithm':'sha256','salt':{'value':'ff009c41','encoding':'hex','position':'prefix'},'hash':{'value':'1df493478eaf36f7c03b4001247bdadc0dff469e51e0cb0f73dda7dde9f80071','encoding':'hex'}",
                "correct horse|'algorithm':'sha256','salt':{'value':'/wCcQQ==','encoding':'base64','position':'suffix'},'hash':{'value':'eb1a9a06153bd2312db6ef91d342ef9bc38ddc943867b7644161d2becbc99973','encoding':'hex'}",
                "correct horse|'algorithm':'sha512','salt':{'value':'ff009c41','encoding':'hex','position':'prefix'},'hash':{'value':'72b54bc0193187b68c371d4b1aec1df258b06788cb91044ac31eb113d19d397d71ce2c419b3d71fddb6380c57bf23142d6e6c2ab968716835c575102536b8cb4','encoding':'hex'}",
                "correct horse|'algorithm':'sha512','salt':{'value':'/wCcQQ==','encoding':'base64','position':'suffix'},'hash':{'value':'f25b1e07502e122d614e84ca845c3249a21bf9a091387c1f1e7900600b8f96ce33fc008f7aad5dab422558c6c58f66b8f2b5aa0149859c0683ce27a3493891e7','encoding':'hex'}",
                "ya want for nothing?|'algorithm':'hmac','salt':{'value':'what do ','position':'prefix'},'hash':{'value':'be192c588a8e914d8a59b474a828128f','encoding':'hex','digest':'md4','key':{'value':'Jefe'}}",
                "ya want for nothing?|'algorithm':'hmac','salt':{'value':'what do ','position':'prefix'},'hash':{'value':'750c783e6ab0b503eaa86e310a5db738','encoding':'hex','digest':'md5','key':{'value':'4a656665','encoding':'hex'}}",
                "ya want for nothing?|'algorithm':'hmac','salt':{'value':'what do ','position':'prefix'},'hash':{'value':'dda6c0213a485a9e24f4742064a7f033b43c4069','encoding':'hex','digest':'ripemd160','key':{'value':'SmVmZQ==','encoding':'base64'}}",
                "ya want for nothing?|'algorithm':'hmac','salt':{'value':'what do ','position':'prefix'},'hash':{'value':'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79','encoding':'hex','digest':'sha1','key':{'value':'Jefe'}}",
                "ya want for nothing?|'algorithm':'hmac','salt':{'value':'what do ','position':'prefix'},'hash':{'value':'a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44','encoding':'hex','digest':'sha224','key':{'value':'Jefe'}}",
                "what do ya want |'algorithm':'hmac','salt':{'value':'for nothing?','position':'suffix'},'hash':{'value':'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843','encoding':'hex','digest':'sha256','key':{'value':'Jefe'}}",
                "ya want for nothing?|'algorithm':'hmac','salt':{'value':'what do ','position':'prefix'},'hash':{'value':'af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649','encoding':'hex','digest':'sha384','key':{'value':'Jefe'}}",
                "ya want for nothing?|'algorithm':'hmac','salt':{'value':'what do ','position':'prefix'},'hash':{'value':'164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737','encoding':'hex','digest':'sha512','key':{'value':'Jefe'}}",
                "ya want for nothing?|'algorithm':'hmac','salt':{'value':'what do ','position':'prefix'},'hash':{'value':'3d595ccd1d4f4cfd045af53ba7d5c8283fee6ded6eaf1269071b6b4ea64800056b5077c6a942cfa1221bd4e5aed791276e5dd46a407d2b8007163d3e7cd1de66','encoding':'hex','digest':'whirlpool','key':{'value':'Jefe'}}",
                "defghijklmnopqrstuvwxyz|'algorithm':'bcrypt','salt':{'value':'abc','position':'prefix'},'hash':{'value':'$2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC'}",
                "abcdefghijklmnopqrstuvw|'algorithm':'bcrypt','salt':{'value':'78797a','encoding':'hex','position':'suffix'},'hash':{'value':'$2y$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC'}",
                "correct horse|'algorithm':'ldap','hash':{'value':'{SMD5}7YgM1vXKDiwFoCljS6DUgP8AnEE='}",
                "correct horse|'algorithm':'ldap','hash':{'value':'{SSHA}n9ANzhXbvIYITN0GeSYUIqRBad7/AJxB'}",
                "correct horse|'algorithm':'ldap','hash':{'value':'{SSHA256}6xqaBhU70jEttu+R00Lvm8ON3JQ4Z7dkQWHSvsvJmXP/AJxB'}",
                "correct horse|'algorithm':'ldap','hash':{'value':'{SSHA384}SBAUrP6zogwfpbTWu4IqE1WYYOw1nhkPQfSPADEkmp514bjX1jZmbSwNx3qc2uq9/wCcQQ=='}",
                "correct horse|'algorithm':'ldap','hash':{'value':'{SSHA512}8lseB1AuEi1hToTKhFwySaIb+aCROHwfHnkAYAuPls4z/ACPeq1dq0IlWMbFj2a48rWqAUmFnAaDziejSTiR5/8AnEE='}",
                "correct horse|'algorithm':'ldap','hash':{'value':'{SHA256}QQTTb42iwlQ0n4WDZ5Pr4CngyVcGOjTJHC6SAxh7VjE='}",
                "correct horse|'algorithm':'ldap','hash':{'value':'{SHA384}ArIKby67E2Cppg9M+QhXNj7UGcAisSFWfOX5HG45Zk+3j9YCNMSli1v8cUWumDKS'}",
                "correct horse|'algorithm':'ldap','hash':{'value':'{SHA512}VraY3v7bWkNbY0r+MyC7rz/c2SC2xQOkRvx7endrKY1HnRumqLYXgI6wv1ec6aldZoNHvKtxSQhayTyyeZUZew=='}",
                "password|'algorithm':'pbkdf2','hash':{'value':'$pbkdf2-sha512$i=1,l=64$c2FsdA$hn9wzxreAs/zdSWZo6U9xK80x6ZpgVrl1RNVThyM8lLALUcKKFoFAbrZmb/pQ8CPBQI119aLHaVeY/c7YKV/zg'}",
                "password|'algorithm':'pbkdf2','hash':{'value':'$pbkdf2-sha224$i=1,l=28$c2FsdA$PBmMvblGS3hXlmvQW3vJK8HMTm5jFV1OSQVX/Q'}",
                "caf\u00e9|'algorithm':'md5','password':{'encoding':'latin1'},'hash':{'value':'961f50f6282239d09e48f812c1ca7276','encoding':'hex'}",
                "caf\u00e9|'algorithm':'md5','password':{'encoding':'binary'},'hash':{'value':'961f50f6282239d09e48f812c1ca7276','encoding':'hex'}",
                "caf\u00e9|'algorithm':'md5','password':{'encoding':'utf8'},'hash':{'value':'07117fe4a1ebd544965dc19573183da2','encoding':'hex'}",
                "caf\u00e9|'algorithm':'sha1','password':{'encoding':'ucs2'},'hash':{'value':'2e808637d297a149055f67a4037704695df00044','encoding':'hex'}",
                "caf\u00e9|'algorithm':'sha1','password':{'encoding':'utf16le'},'hash':{'value':'2e808637d297a149055f67a4037704695df00044','encoding':'hex'}"
            })
    @DisplayName("the password opens it, and with one bit of password, salt, key or hash flipped nothing does")
    void knownAnswers(String password, String members) {
        PasswordHash hash = imported(members);

        assertThat(opens(hash, password)).isTrue();
        for (int bit : List.of(0, 3, 6)) {
            assertThat(opens(hash, (char) (password.charAt(0) ^ 1 << bit) + password.substring(1)))
                    .isFalse();
        }
        assertThat(Flips.ofHash(hash)).isNotEmpty().noneMatch(flipped -> opens(flipped, password));
        assertThat(Flips.ofSalt(hash)).noneMatch(flipped -> opens(flipped, password));
        assertThat(Flips.ofPreparation(hash)).noneMatch(flipped -> opens(flipped, password));
    }
}
