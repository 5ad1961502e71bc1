package linxi.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import linxi.allinone.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** One data folder, held by one process at a time: {@code mongo}, {@code kafka}, {@code logs} and a lock file. */
final class Installation implements AutoCloseable {
    /** What a reset may delete: never anything that this program did not make. */
    private static final List<String> OWN = List.of("mongo", "kafka", "logs");

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private Installation(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    static Path defaultFolder() {
        return Path.of(System.getProperty("user.home"), ".linxi");
    }

    /** @throws CannotStart where another process holds the folder or it cannot be written */
    static Installation open(Path folder, Terminal terminal) {
        return openIfFree(folder, terminal).orElseThrow(() -> new CannotStart(terminal.text("folder.taken", folder)));
    }

    /**
     * Empty where another process holds the folder.
     *
     * @throws CannotStart where the folder cannot be written
     */
    static Optional<Installation> openIfFree(Path folder, Terminal terminal) {
        try {
            Files.createDirectories(folder);
            var channel =
                    FileChannel.open(folder.resolve("linxi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Running.forget(folder); // left behind by one that was killed
            return Optional.of(new Installation(folder, channel, lock));
        } catch (IOException e) {
            throw new CannotStart(terminal.text("folder.unusable", folder, e.toString()));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path folder() {
        return folder;
    }

    Path part(String name) {
        return folder.resolve(name);
    }

    void reset() {
        for (var part : OWN) {
            deleteAll(folder.resolve(part));
        }
    }

    private static void deleteAll(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
