package dev.onoma.oauth.oidc;

import java.math.BigInteger;

/**
 * Recognizes RSA moduli made by Infineon's library of 2012 to 2017: modulo each small prime they are powers of 65,537,
 * which a random one is with a probability below one in 2^27.
 *
 * @see <a href="https://crocs.fi.muni.cz/_media/public/papers/nemec_roca_ccs17_preprint.pdf">Nemec and others, The
 *     Return of Coppersmith's Attack, section 2.3</a>
 */
final class Roca {
    private static final int GENERATOR = 65_537;
    private static final int[] PRIMES = {
        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
        113, 127, 131, 137, 139, 149, 151, 157, 163, 167
    };

    private Roca() {}

    static boolean made(BigInteger modulus) {
        for (int prime : PRIMES) {
            if (!isPower(modulus.mod(BigInteger.valueOf(prime)).intValue(), prime)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPower(int residue, int prime) {
        int power = 1;
        do {
            if (power == residue) {
                return true;
            }
            power = power * (GENERATOR % prime) % prime;
        } while (power != 1);
        return false;
    }
}
