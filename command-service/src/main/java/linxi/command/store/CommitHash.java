package linxi.command.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The link of the hash chain: SHA-256 over the previous hash and every field of a commit. Texts are preceded by their
 * length and lists by their size, so that no two commits have the same bytes.
 */
final class CommitHash {
    /** Stands for the hash before the first commit; names the byte form, so that a later form can be told apart. */
    static final String GENESIS = HexFormat.of().formatHex(sha256().digest("linxi commit form 1".getBytes(UTF_8)));

    private final DataOutputStream out;

    private CommitHash(DataOutputStream out) {
        this.out = out;
    }

    static String of(String previous, StoredCommit commit) {
        var digest = sha256();
        try (var out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
            new CommitHash(out).write(previous, commit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void write(String previous, StoredCommit commit) throws IOException {
        text(previous);
        out.writeLong(commit.first());
        text(commit.id());
        texts(commit.keys());
        instant(commit.recordedAt());
        text(commit.by());
        text(commit.correlation());
        command(commit.command());
        out.writeInt(commit.events().size());
        for (var event : commit.events()) {
            event(event);
        }
    }

    private void command(@Nullable CommandRecord command) throws IOException {
        out.writeBoolean(command != null);
        if (command != null) {
            text(command.key());
            text(command.request());
            out.writeInt(command.status());
            text(command.location());
            text(command.id());
        }
    }

    private void event(StoredEvent event) throws IOException {
        text(event.name());
        out.writeInt(event.version());
        text(event.aggregate());
        out.writeLong(event.sequence());
        instant(event.at());
        text(event.key());
        text(event.data());
    }

    private void texts(List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            text(text);
        }
    }

    private void text(@Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            var bytes = text.getBytes(UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private void instant(Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
