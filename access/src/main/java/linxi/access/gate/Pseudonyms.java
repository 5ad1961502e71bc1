package linxi.access.gate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand for others: the same for the same, and only whoever has the secret can tell for which. A synthetic
 * initial vector (RFC 5297's construction, with HMAC-SHA-256 cut to 128 bits) before AES in counter mode.
 */
public final class Pseudonyms {
    private static final String BEGINNING = "p.";
    private static final int VECTOR = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec forVectors;
    private final SecretKeySpec forWords;
    private final SecretKeySpec forMarks;

    /** @param secret at least 32 bytes, the same in every instance */
    public Pseudonyms(byte[] secret) {
        this.forVectors = new SecretKeySpec(derived(secret, "vectors"), "HmacSHA256");
        this.forWords = new SecretKeySpec(Arrays.copyOf(derived(secret, "words"), VECTOR), "AES");
        this.forMarks = new SecretKeySpec(derived(secret, "marks"), "HmacSHA256");
    }

    /** The same of the same text, in hex; only whoever has the secret can make it, and nobody can read it. */
    public String mark(String text) {
        return HexFormat.of().formatHex(mac(forMarks, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] derived(byte[] secret, String use) {
        return mac(new SecretKeySpec(secret, "HmacSHA256"), use.getBytes(StandardCharsets.UTF_8));
    }

    public String of(String word) {
        var plain = word.getBytes(StandardCharsets.UTF_8);
        var vector = Arrays.copyOf(mac(forVectors, plain), VECTOR);
        var sealed = ciphered(plain, vector);
        return BEGINNING
                + ENCODER.encodeToString(ByteBuffer.allocate(VECTOR + sealed.length)
                        .put(vector)
                        .put(sealed)
                        .array());
    }

    /** @return null where it is no word of ours */
    public @Nullable String word(String pseudonym) {
        if (!pseudonym.startsWith(BEGINNING)) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(pseudonym.substring(BEGINNING.length()));
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.length < VECTOR) {
            return null;
        }
        var vector = Arrays.copyOf(bytes, VECTOR);
        var plain = ciphered(Arrays.copyOfRange(bytes, VECTOR, bytes.length), vector);
        var expected = Arrays.copyOf(mac(forVectors, plain), VECTOR);
        return MessageDigest.isEqual(vector, expected) ? new String(plain, StandardCharsets.UTF_8) : null;
    }

    private byte[] ciphered(byte[] bytes, byte[] vector) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, forWords, new IvParameterSpec(vector));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC", e);
        }
    }
}
