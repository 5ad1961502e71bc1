package linxi.command.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The lines of a compressed text, one at a time, each bounded: a small file that unpacks to a huge one is harmless. */
final class GzipLines implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    private final Path file;
    private final CheckedInputStream text;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int filled;
    private long size;

    GzipLines(Path file) throws IOException {
        this.file = file;
        var in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            this.text = new CheckedInputStream(new GZIPInputStream(in, BUFFER), new CRC32());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * The next line, null behind the last.
     *
     * @throws IOException also where the rest is no gzip, no UTF-8, or the line too long or without an end
     */
    @Nullable
    String next() throws IOException {
        line.reset();
        while (at < filled || fill()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, at, end - at);
            boolean isWhole = end < filled;
            at = isWhole ? end + 1 : end;
            if (line.size() > ArchiveLine.LONGEST) {
                throw new IOException("longer than a commit can be");
            }
            if (isWhole) {
                return UTF_8.newDecoder()
                        .decode(ByteBuffer.wrap(line.toByteArray()))
                        .toString();
            }
        }
        if (line.size() > 0) {
            throw new IOException("the file ends inside it");
        }
        checkTail();
        return null;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, text.read(buffer));
        size += filled;
        return filled > 0;
    }

    /** The JDK's reader overlooks what stands behind the compressed text. */
    private void checkTail() throws IOException {
        var expected = GzipWriter.trailer(text.getChecksum().getValue(), size);
        var found = new byte[expected.length];
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - found.length));
            bytes.readFully(found);
        }
        if (!Arrays.equals(expected, found)) {
            throw new ZipException("something stands behind the compressed text");
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
