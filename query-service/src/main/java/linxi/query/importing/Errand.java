package linxi.query.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A command to be sent.
 *
 * @param path of the API
 * @param body JSON without a line break
 * @param key its idempotency key, which says nothing but whose command it is and what is in it: whoever sends the same
 *     again gets the first answer
 * @param places the rows of parts of the body, such as {@code lines[0]}
 */
public record Errand(String path, String body, String key, Map<String, Integer> places) {
    public Errand {
        places = Map.copyOf(places);
    }

    /** @param party for which it is sent */
    public static Errand of(String party, String path, String body, Map<String, Integer> places) {
        return new Errand(path, body, uuid(hash(party + "\n" + path + "\n" + body)), places);
    }

    /**
     * The same with a key that only this installation can make: else whoever may not know what a command says could try
     * what it might say, and see by the answer whether it does.
     *
     * @param mark of a text, 32 hex digits or more
     */
    public Errand marked(UnaryOperator<String> mark) {
        return new Errand(path, body, uuid(mark.apply(key)), places);
    }

    /** Of version 8: made of a hash of our own choice. */
    private static String uuid(String hash) {
        return "%s-%s-8%s-8%s-%s"
                .formatted(
                        hash.substring(0, 8),
                        hash.substring(8, 12),
                        hash.substring(13, 16),
                        hash.substring(17, 20),
                        hash.substring(20, 32));
    }

    /** SHA-256 in hex. */
    public static String hash(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
