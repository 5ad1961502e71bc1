package linxi.command.relay;

import java.util.Arrays;
import java.util.List;
import linxi.command.store.EventLog;
import linxi.events.wire.Envelope;
import linxi.events.wire.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Judges what Kafka has and no stored state accounts for. What was sent before a crash says the same as the log; what
 * says something else is of another log, as beside a store that was set back or filled anew: every reader has taken
 * those records, and would drop ours at their positions as repeats.
 */
final class Surplus {
    /** Of a partition's records, the next is most likely on the page of the one before. */
    private static final int PAGE = 1_000;

    private final EventLog log;
    private long head;
    private List<Envelope> page = List.of();

    Surplus(EventLog log) {
        this.log = log;
    }

    /** @throws WrongTopic where the log has no such event; a record without marks is taken by no reader */
    void check(ConsumerRecord<byte[], byte[]> record) {
        var mark = Mark.of(record.headers());
        if (mark != null) {
            checkReached(record.partition(), mark.position());
            if (mark.position() < 1 || !saysTheSame(at(mark.position()), record.value())) {
                throw foreign(record.partition(), mark.position(), "the log has another one there");
            }
        }
    }

    /** @throws WrongTopic where the log ends before the position */
    void checkReached(int partition, long position) {
        // Whatever was sent had been recorded, so the head is asked for after the record was read.
        if (position > head) {
            head = log.head();
            if (position > head) {
                throw foreign(partition, position, "the log ends at " + head);
            }
        }
    }

    private Envelope at(long position) {
        if (page.isEmpty()
                || position < page.getFirst().position()
                || position > page.getLast().position()) {
            page = log.tail(position - 1, PAGE);
        }
        return page.get((int) (position - page.getFirst().position()));
    }

    /** By the bytes, or, where another version wrote them, by their meaning. */
    private static boolean saysTheSame(Envelope recorded, byte[] sent) {
        byte[] value = recorded.toJson();
        try {
            return Arrays.equals(value, sent) || Envelope.fromJson(value).equals(Envelope.fromJson(sent));
        } catch (UnreadableEvent e) {
            return false;
        }
    }

    private static WrongTopic foreign(int partition, long position, String butTheLog) {
        return new WrongTopic("the topic has an event at position " + position + " (partition " + partition + "), and "
                + butTheLog + ": the store was set back or replaced beside it, and needs a new topic and a rebuild");
    }
}
