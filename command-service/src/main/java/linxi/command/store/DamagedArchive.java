package linxi.command.store;

import org.jspecify.annotations.Nullable;

/** A file is not an export as it was written, or a log cannot be exported as it stands. */
public final class DamagedArchive extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;

    DamagedArchive(long line, String what, @Nullable Throwable cause) {
        super("line " + line + ": " + what, cause);
        this.line = line;
    }

    /** The line of the uncompressed text, from 1, that cannot be right, or behind the last one that can be read. */
    public long line() {
        return line;
    }
}
