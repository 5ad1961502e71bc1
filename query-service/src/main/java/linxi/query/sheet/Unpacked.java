package linxi.query.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import linxi.query.sheet.UnreadableFile.Reason;

/** The parts of a zip, which together may unpack to no more than a bound, counted as they do. */
final class Unpacked {
    /** Five times what 10 000 rows of twenty columns come to. */
    private static final long MOST = 48L << 20;

    private final ZipFile zip;
    private long left = MOST;

    Unpacked(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws UnreadableFile where there is no such part */
    Xml open(String part) throws IOException, XMLStreamException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            throw new UnreadableFile(Reason.BROKEN_EXCEL);
        }
        return new Xml(new Counted(zip.getInputStream(entry)));
    }

    private final class Counted extends FilterInputStream {
        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new UnreadableFile(Reason.UNPACKS_TOO_LARGE);
            }
        }
    }
}
