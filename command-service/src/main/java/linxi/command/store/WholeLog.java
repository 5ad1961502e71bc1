package linxi.command.store;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import linxi.events.wire.Envelope;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log from end to end without writing to it, a page at a time: the memory it takes does not grow with the
 * log. May run beside a service that writes; use a client of {@link StoreClient#patient}.
 */
public final class WholeLog {
    private static final int STRAYS_NAMED = 20;

    private final Commits commits;

    public WholeLog(MongoDatabase database) {
        this(new Commits(database));
    }

    WholeLog(Commits commits) {
        this.commits = commits;
    }

    /**
     * The position of the last event stored.
     *
     * @throws StoreAway where the store cannot be read, as from every method here
     */
    public long head() {
        return StoreAway.unlessAway(commits::last).position();
    }

    /** {@link #verify(long, Consumer)} up to the end. */
    public Verification verify(Consumer<List<Envelope>> reader) {
        return verify(Long.MAX_VALUE, reader);
    }

    /**
     * Recomputes what must hold: form, positions, hash chain, sequences, keys; goes on behind a damage.
     *
     * @param upTo stops with the commit that holds this position
     * @param reader is given the events of every commit that can be read, in position order; damaged ones, too
     */
    public Verification verify(long upTo, Consumer<List<Envelope>> reader) {
        return StoreAway.unlessAway(() -> {
            var damages = new Damages();
            var chain = new ChainCheck(damages);
            try (var sequences = new SequenceCheck()) {
                new CommitWalk(commits, chain, upTo).run(raw -> take(raw, chain, sequences, reader));
                sequences.finish(new Naming(damages));
            }
            checkCollection(chain, damages);
            return new Verification(
                    chain.count(), chain.last().position(), chain.last().hash(), damages.inOrder(), damages.count());
        });
    }

    private static void take(
            RawBsonDocument raw, ChainCheck chain, SequenceCheck sequences, Consumer<List<Envelope>> reader) {
        var form = CommitForm.of(raw);
        var commit = form.commit();
        if (commit == null) {
            var fault = form.fault() == null ? "" : form.fault();
            chain.takeUnreadable(CommitWalk.position(raw), text(raw, "id"), text(raw, "hash"), fault);
            return;
        }
        chain.take(commit, form.fault());
        sequences.take(commit);
        reader.accept(IntStream.range(0, commit.events().size())
                .mapToObj(commit::envelope)
                .toList());
    }

    private static @Nullable String text(RawBsonDocument raw, String field) {
        return raw.get(field) instanceof BsonString text ? text.getValue() : null;
    }

    /** What a walk along the positions cannot see. */
    private void checkCollection(ChainCheck chain, Damages damages) {
        if (commits.unfinishedImport().isThere()) {
            damages.add(0, null, UnfinishedImport.WORDS);
        }
        long there = commits.census().countUpTo(chain.last().position());
        if (there != chain.count()) {
            damages.add(0, null, there + " documents where the log has " + chain.count());
            for (var stray : commits.census().strays(STRAYS_NAMED)) {
                damages.add(0, null, "a document whose _id is no position: " + stray);
            }
        }
        if (chain.count() > 0 && !commits.census().isIndexed()) {
            damages.add(0, null, "the unique index on 'keys' is missing");
        }
    }

    /** Says which event a position is, by reading its commit again. */
    private final class Naming implements SequenceCheck.Broken {
        private final Damages damages;

        Naming(Damages damages) {
            this.damages = damages;
        }

        @Override
        public void misplaced(long position, long sequence, long expected) {
            add(position, commit -> {
                var event = commit.events().get((int) (position - commit.first()));
                return event.storeKey() + " where " + expected + " is next";
            });
        }

        @Override
        public void repeated(long position) {
            add(position, commit -> "a command recorded twice: " + commit.keys().getLast());
        }

        private void add(long position, Function<StoredCommit, String> words) {
            if (!damages.keeps(position)) {
                damages.add(position, null, "a sequence is broken");
                return;
            }
            var commit = commitWith(position);
            damages.add(position, commit.id(), words.apply(commit));
        }

        private StoredCommit commitWith(long position) {
            long from = Math.max(1, position - Limits.COMMIT_EVENTS + 1);
            var headers = commits.starting(from, (int) (position - from + 1))
                    .projection(new Document("_id", 1))
                    .into(new ArrayList<>());
            return StoredCommit.from(commits.starting(headers.getLast().getLong("_id"), 1)
                    .into(new ArrayList<>())
                    .getFirst());
        }
    }
}
