package linxi.command.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoDatabase;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;
import org.bson.RawBsonDocument;

/** Writes the log, up to where it ends at the start, to a file of compressed JSON lines; a service may run meanwhile. */
public final class LogExport {
    private final Commits commits;

    public LogExport(MongoDatabase database) {
        this.commits = new Commits(database);
    }

    /**
     * The file appears under its name when it is whole and on the disk, or not at all.
     *
     * @param force replaces a file of that name
     * @throws IOException where the file is there already, or cannot be written, as on a full disk
     * @throws DamagedArchive where the log is damaged: its check says more
     * @throws StoreAway where the store cannot be read
     */
    public Archive write(Path file, boolean force, Progress progress) throws IOException {
        var target = file.toAbsolutePath();
        if (!force && Files.exists(target)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
        var unfinished = Files.createTempFile(folder, "." + target.getFileName(), ".unfinished");
        try {
            Archive written;
            try (var out = new FileOutputStream(unfinished.toFile())) {
                written = write(out, progress);
            }
            sync(unfinished);
            var _ = force
                    ? Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE)
                    : Files.move(unfinished, target);
            sync(folder);
            return written;
        } finally {
            var _ = Files.deleteIfExists(unfinished);
        }
    }

    private Archive write(OutputStream file, Progress progress) throws IOException {
        var head = StoreAway.unlessAway(commits::lastOfWhole);
        var damages = new Damages();
        var chain = new ChainCheck(damages);
        var gzip = new GzipWriter(new BufferedOutputStream(file, 64 << 10));
        try (var sequences = new SequenceCheck();
                var lines = new BufferedOutputStream(gzip, 64 << 10)) {
            line(lines, ArchiveLine.head(head, Instant.now()));
            StoreAway.unlessAway(() -> new CommitWalk(commits, chain, head.position()).run(raw -> {
                var commit = proven(raw, chain, damages);
                sequences.take(commit);
                line(lines, ArchiveLine.of(commit));
                progress.at(commit.last(), head.position());
            }));
            sequences.finish(new Refusal());
            if (!chain.last().equals(head)) {
                throw new DamagedArchive(chain.count() + 2, "the log does not reach its end " + head.position(), null);
            }
            line(lines, ArchiveLine.end(head, chain.count()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Archive(chain.count(), head.position(), head.hash());
    }

    private static StoredCommit proven(RawBsonDocument raw, ChainCheck chain, Damages damages) {
        var form = CommitForm.of(raw);
        var commit = form.commit();
        if (commit != null) {
            chain.take(commit, form.fault());
        }
        if (commit == null || damages.count() > 0) {
            var what =
                    commit == null ? form.fault() : damages.inOrder().getFirst().toString();
            throw new DamagedArchive(
                    chain.count() + 2,
                    "the log is damaged at position " + CommitWalk.position(raw) + ": " + what,
                    null);
        }
        return commit;
    }

    private static void line(OutputStream lines, String text) {
        try {
            lines.write(text.getBytes(UTF_8));
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Else a rename may be lost with the power, after success was told. */
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static final class Refusal implements SequenceCheck.Broken {
        @Override
        public void misplaced(long position, long sequence, long expected) {
            throw damaged(position, "sequence " + sequence + " of a stream where " + expected + " is next");
        }

        @Override
        public void repeated(long position) {
            throw damaged(position, "a command recorded twice");
        }

        private static DamagedArchive damaged(long position, String what) {
            return new DamagedArchive(0, "the log is damaged at position " + position + ": " + what, null);
        }
    }
}
