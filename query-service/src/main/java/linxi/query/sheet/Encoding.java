package linxi.query.sheet;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import linxi.query.sheet.UnreadableFile.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a file is written: as its byte order mark says, else UTF-8 where all of it is, else GB18030, in which
 * Chinese Excel saves csv.
 *
 * @param skipped bytes before the text
 */
record Encoding(Charset charset, int skipped) {
    private static final List<Encoding> WITHOUT_MARK =
            List.of(new Encoding(StandardCharsets.UTF_8, 0), new Encoding(Charset.forName("GB18030"), 0));

    /** @throws UnreadableFile where it is written in none of them, or is no text */
    static Encoding of(Path file) throws IOException {
        var marked = marked(file);
        for (var encoding : marked == null ? WITHOUT_MARK : List.of(marked)) {
            if (encoding.fits(file)) {
                return encoding;
            }
        }
        throw new UnreadableFile(Reason.UNKNOWN_ENCODING);
    }

    private static @Nullable Encoding marked(Path file) throws IOException {
        byte[] beginning;
        try (var in = Files.newInputStream(file)) {
            beginning = in.readNBytes(3);
        }
        int first = beginning.length > 1 ? (beginning[0] & 0xff) << 8 | (beginning[1] & 0xff) : 0;
        return switch (first) {
            case 0xEFBB ->
                beginning.length > 2 && (beginning[2] & 0xff) == 0xBF ? new Encoding(StandardCharsets.UTF_8, 3) : null;
            case 0xFFFE -> new Encoding(StandardCharsets.UTF_16LE, 2);
            case 0xFEFF -> new Encoding(StandardCharsets.UTF_16BE, 2);
            default -> null;
        };
    }

    private boolean fits(Path file) throws IOException {
        try (var text = open(file)) {
            for (int next = text.read(); next >= 0; next = text.read()) {
                if (next == 0) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What cannot be decoded fails, and is never replaced. */
    BufferedReader open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        in.skipNBytes(skipped);
        return new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }
}
