package linxi.query.screen.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Which scripts, pages and texts these are: copies made of others no longer fit together with them. */
@Component
class Edition {
    private static final List<String> PARTS =
            List.of("classpath:/static/assets/*", "classpath:/templates/*", "classpath:/screens/*");

    private final byte[] digest;

    Edition(ResourcePatternResolver resources) throws IOException {
        var all = sha256();
        for (var part : PARTS) {
            for (var file : resources.getResources(part)) {
                all.update(file.getContentAsByteArray());
            }
        }
        digest = all.digest();
    }

    /** Of one reader with these pages; says nothing of who he is. */
    String labelFor(String reader) {
        var label = sha256();
        label.update(digest);
        return HexFormat.of().formatHex(label.digest(reader.getBytes(StandardCharsets.UTF_8)), 0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
