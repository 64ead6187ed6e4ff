package dev.onoma.providers.database.password;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the text of a hash: {@code $}-separated segments, the first of which names the scheme. */
final class HashText {
    /** The first segment of what is in front of a scheme. */
    static final String OURS = "onoma";

    /** Shorter hashes can be found by trying passwords at random. */
    static final int LEAST_HASH_BYTES = 12;

    /** The key length that Auth0's imports take a PBKDF2 hash without one to have, and its iterations. */
    private static final int PBKDF2_LENGTH = 64;

    private static final int PBKDF2_ITERATIONS = 100_000;

    private final String part;
    private final Deque<String> segments;

    private HashText(String part, String text) {
        this.part = part;
        if (text.length() > PasswordHash.MAX_CHARACTERS) {
            throw new InvalidHashException(HashProblem.OVER_LIMIT, part, "is too long");
        }
        if (!text.startsWith("$") || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw invalid("is not in the form of a hash");
        }
        this.segments = new ArrayDeque<>(List.of(text.substring(1).split("\\$", -1)));
    }

    /**
     * The hash of a text.
     *
     * @param part what messages call it
     * @throws InvalidHashException when it is no hash
     */
    static PasswordHash read(String text, String part) {
        HashText reader = new HashText(part, text);
        Map<String, String> parameters = Map.of();
        if (OURS.equals(reader.segments.peek())) {
            reader.segments.remove();
            parameters = reader.parameters();
        }
        HashScheme scheme = reader.scheme();
        return new PasswordHash(scheme, reader.preparation(parameters, scheme));
    }

    /** The scheme of a text without anything in front of it. */
    static HashScheme readScheme(String text, String part) {
        return new HashText(part, text).scheme();
    }

    private HashPreparation preparation(Map<String, String> parameters, HashScheme scheme) {
        String pepper = parameters.getOrDefault("pepper", "");
        if (!pepper.isEmpty() && !Peppers.isId(pepper)) {
            throw invalid("has no usable pepper id");
        }
        TextEncoding encoding = scheme.encoding();
        if (parameters.containsKey("enc")) {
            encoding = TextEncoding.ofLabel(parameters.getOrDefault("enc", ""))
                    .orElseThrow(() -> notSupported("has an unknown encoding"));
        }
        boolean suffix = parameters.containsKey("suffix");
        SecretBytes salt = bytes(parameters.getOrDefault(suffix ? "suffix" : "prefix", ""));
        return new HashPreparation(pepper, encoding, salt, suffix);
    }

    private HashScheme scheme() {
        String name = next();
        HashScheme scheme;
        if (name.startsWith(Pbkdf2Hash.PREFIX)) {
            scheme = pbkdf2(name.substring(Pbkdf2Hash.PREFIX.length()));
        } else if (name.startsWith(HmacHash.PREFIX)) {
            DigestName digest = digest(DigestName.ofLabel(name.substring(HmacHash.PREFIX.length())));
            scheme = new HmacHash(digest, bytes(next()), hash(digest.length()));
        } else {
            scheme = switch (name) {
                case "argon2d", "argon2i", "argon2id" -> argon2(name);
                case "2a", "2b", "2y" -> bcrypt(name.charAt(1));
                case "scrypt" -> scrypt();
                default -> {
                    DigestName digest = digest(DigestName.ofLabel(name));
                    yield new DigestHash(digest, hash(digest.length()));
                }
            };
        }
        if (!segments.isEmpty()) {
            throw invalid("has something behind its end");
        }
        return scheme;
    }

    private HashScheme argon2(String name) {
        // The strings of version 1.0 name none; later programs write it all the same.
        int version = segments.size() == 4 ? argon2Version(next()) : Argon2Hash.FIRST_VERSION;
        Map<String, String> costs = parameters();
        if (!List.copyOf(costs.keySet()).equals(List.of("m", "t", "p"))) {
            throw invalid("must have exactly the parameters m, t and p");
        }
        return new Argon2Hash(
                Argon2Hash.Variant.ofLabel(name).orElseThrow(), version, costs(costs), bytes(next()), hash());
    }

    private int argon2Version(String segment) {
        return switch (segment) {
            case "v=16" -> Argon2Hash.FIRST_VERSION;
            case "v=19" -> Argon2Hash.VERSION;
            default -> throw notSupported("has another version of Argon2 than 16 and 19");
        };
    }

    private Argon2Costs costs(Map<String, String> costs) {
        try {
            return new Argon2Costs(number(costs, "m", 0), number(costs, "t", 0), number(costs, "p", 0));
        } catch (IllegalArgumentException impossible) {
            throw invalid("has parameters that Argon2 does not have");
        }
    }

    private HashScheme bcrypt(char version) {
        String cost = next();
        String rest = next();
        int exponent = cost.matches("[0-3][0-9]") ? Integer.parseInt(cost) : 0;
        if (exponent < 4 || exponent > 31 || rest.length() != BcryptHash.SALT_CHARACTERS + BcryptHash.HASH_CHARACTERS) {
            throw invalid("is not a bcrypt hash");
        }
        Optional<SecretBytes> salt = BcryptHash.decode(rest.substring(0, BcryptHash.SALT_CHARACTERS));
        Optional<SecretBytes> hash = BcryptHash.decode(rest.substring(BcryptHash.SALT_CHARACTERS));
        return new BcryptHash(
                version,
                exponent,
                salt.orElseThrow(() -> invalid("is not a bcrypt hash")),
                hash.orElseThrow(() -> invalid("is not a bcrypt hash")));
    }

    private HashScheme pbkdf2(String digestName) {
        DigestName digest = digest(DigestName.ofOpenSsl(digestName));
        Map<String, String> costs = segments.size() == 3 ? parameters() : Map.of();
        if (!List.of("i", "l").containsAll(costs.keySet())) {
            throw invalid("must have no other parameters than i and l");
        }
        int iterations = number(costs, "i", PBKDF2_ITERATIONS);
        SecretBytes salt = bytes(next());
        return new Pbkdf2Hash(digest, iterations, salt, hash(number(costs, "l", PBKDF2_LENGTH)));
    }

    private HashScheme scrypt() {
        Map<String, String> costs = parameters();
        int logCost = number(costs, "ln", 0);
        int blockSize = number(costs, "r", 0);
        int parallelization = number(costs, "p", 0);
        if (costs.size() != 3 || !ScryptHash.exists(logCost, blockSize, parallelization)) {
            throw invalid("has parameters that scrypt does not have");
        }
        return new ScryptHash(logCost, blockSize, parallelization, bytes(next()), hash());
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : next().split(",", -1)) {
            int equals = parameter.indexOf('=');
            if (equals < 1 || parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1)) != null) {
                throw invalid("has parameters that are not of the form name=value, each once");
            }
        }
        return parameters;
    }

    private int number(Map<String, String> parameters, String name, int ifAbsent) {
        String digits = parameters.get(name);
        if (digits == null) {
            return ifAbsent;
        }
        if (!digits.matches("[1-9][0-9]{0,8}")) {
            throw invalid("must have a positive number as parameter " + name);
        }
        return Integer.parseInt(digits);
    }

    private SecretBytes hash() {
        SecretBytes hash = bytes(next());
        if (hash.length() < LEAST_HASH_BYTES) {
            throw invalid("is too short");
        }
        return hash;
    }

    private SecretBytes hash(int length) {
        SecretBytes hash = hash();
        if (hash.length() != length) {
            throw invalid("has another length than its kind of hash");
        }
        return hash;
    }

    private SecretBytes bytes(String base64) {
        return SecretBytes.ofBase64(base64).orElseThrow(() -> invalid("has a part that is not Base64"));
    }

    private DigestName digest(Optional<DigestName> digest) {
        return digest.orElseThrow(() -> notSupported("is of a kind that is not supported"));
    }

    private String next() {
        if (segments.isEmpty()) {
            throw invalid("ends too early");
        }
        return segments.remove();
    }

    private InvalidHashException invalid(String what) {
        return new InvalidHashException(HashProblem.INVALID_VALUE, part, what);
    }

    private InvalidHashException notSupported(String what) {
        return new InvalidHashException(HashProblem.NOT_SUPPORTED, part, what);
    }
}
