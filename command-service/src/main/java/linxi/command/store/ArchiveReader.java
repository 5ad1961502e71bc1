package linxi.command.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import linxi.events.wire.EventJson;
import linxi.events.wire.UnreadableEvent;
import org.jspecify.annotations.Nullable;

/** Reads an export from end to end and proves each line, before it hands on the line's commit. */
final class ArchiveReader {
    private final Path file;
    private final Damages damages = new Damages();
    private final ChainCheck chain = new ChainCheck(damages);
    private final SequenceCheck sequences;
    private final Consumer<StoredCommit> taker;
    private Head head = Head.EMPTY;
    private long line;

    private ArchiveReader(Path file, SequenceCheck sequences, Consumer<StoredCommit> taker) {
        this.file = file;
        this.sequences = sequences;
        this.taker = taker;
    }

    /**
     * Returns when the whole file is proven.
     *
     * @throws DamagedArchive at the first line that is not what was exported
     */
    static Archive read(Path file, Progress progress, Consumer<StoredCommit> taker) {
        try (var sequences = new SequenceCheck()) {
            var reader = new ArchiveReader(file, sequences, taker);
            try (var lines = new GzipLines(file)) {
                reader.run(lines, progress);
            } catch (IOException e) {
                throw new DamagedArchive(reader.line + 1, String.valueOf(e.getMessage()), e);
            }
            reader.finish();
            return new Archive(reader.chain.count(), reader.head.position(), reader.head.hash());
        }
    }

    private void run(GzipLines lines, Progress progress) throws IOException {
        head = parsed(() -> ArchiveLine.head(required(lines)));
        while (chain.last().position() < head.position()) {
            var text = required(lines);
            take(parsed(() -> ArchiveLine.commit(text)));
            progress.at(chain.last().position(), head.position());
        }
        if (!chain.last().equals(head)) {
            throw new DamagedArchive(line, "the log ends otherwise than its first line says", null);
        }
        if (!required(lines).equals(ArchiveLine.end(head, chain.count()))) {
            throw new DamagedArchive(line, "not the end that belongs to these commits", null);
        }
        if (lines.next() != null) {
            throw new DamagedArchive(line + 1, "something stands behind the end", null);
        }
    }

    private String required(GzipLines lines) throws IOException {
        var text = lines.next();
        line++;
        if (text == null) {
            throw new DamagedArchive(line, "missing: the file ends before its end was written", null);
        }
        return text;
    }

    private void take(StoredCommit commit) {
        chain.take(commit, null);
        if (damages.count() > 0) {
            throw new DamagedArchive(line, damages.inOrder().getFirst().toString(), null);
        }
        for (var event : commit.events()) {
            try {
                var _ = EventJson.read(event.name(), event.version(), event.data());
            } catch (UnreadableEvent e) {
                throw new DamagedArchive(line, "position " + commit.first() + ": " + e.getMessage(), e);
            }
        }
        sequences.take(commit);
        taker.accept(commit);
    }

    private void finish() {
        sequences.finish(new SequenceCheck.Broken() {
            @Override
            public void misplaced(long position, long sequence, long expected) {
                throw broken(position, "sequence " + sequence + " of a stream where " + expected + " is next");
            }

            @Override
            public void repeated(long position) {
                throw broken(position, "a command recorded twice");
            }
        });
    }

    private DamagedArchive broken(long position, String what) {
        try (var lines = new GzipLines(file)) {
            long at = 1;
            var _ = lines.next();
            for (var text = lines.next(); text != null; text = lines.next()) {
                at++;
                if (ArchiveLine.commit(text).last() >= position) {
                    return new DamagedArchive(at, "position " + position + ": " + what, null);
                }
            }
            throw new IOException("the file changed while it was read");
        } catch (IOException e) {
            return new DamagedArchive(line, String.valueOf(e.getMessage()), e);
        }
    }

    private <T> T parsed(Parse<T> parse) throws IOException {
        try {
            return parse.parse();
        } catch (DamagedArchive damaged) {
            throw damaged;
        } catch (RuntimeException e) {
            throw new DamagedArchive(line, brief(e.getMessage()), e);
        }
    }

    private static String brief(@Nullable String message) {
        var text = message == null ? "not what was written" : message;
        return text.length() < 200 ? text : text.substring(0, 200) + "…";
    }

    /** May find a line that ends too early. */
    private interface Parse<T> {
        T parse() throws IOException;
    }
}
