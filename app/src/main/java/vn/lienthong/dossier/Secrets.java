package vn.lienthong.dossier;

import java.security.SecureRandom;

/** The word on the receipt that lets a citizen follow a dossier without an account. */
final class Secrets {

    /** No letters or digits that look alike on paper. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /** 30^10, about 49 bits: with the limits on guessing far beyond reach. */
    private static final int LENGTH = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String fresh() {
        var secret = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }
}
