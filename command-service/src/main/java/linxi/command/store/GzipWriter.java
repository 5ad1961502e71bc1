package linxi.command.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Gzip with a checksum over its own header too (RFC 1952, FHCRC): the JDK's writer leaves six bytes unguarded. */
final class GzipWriter extends DeflaterOutputStream {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 2, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int BUFFER = 64 << 10;
    /** Exports are large and mostly alike: the quick level halves the time and costs a few per cent. */
    private static final int LEVEL = 3;

    private final CRC32 checksum = new CRC32();
    private long size;

    GzipWriter(OutputStream out) throws IOException {
        super(out, new Deflater(LEVEL, true), BUFFER);
        out.write(HEADER);
        var header = new CRC32();
        header.update(HEADER);
        out.write(littleEndian(2).putShort((short) header.getValue()).array());
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        super.write(bytes, from, length);
        checksum.update(bytes, from, length);
        size += length;
    }

    @Override
    public void finish() throws IOException {
        if (!def.finished()) {
            super.finish();
            out.write(trailer(checksum.getValue(), size));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            def.end();
        }
    }

    /** How a gzip file of such a content ends. */
    static byte[] trailer(long checksum, long size) {
        return littleEndian(8).putInt((int) checksum).putInt((int) size).array();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
