package linxi.command.axon;

import linxi.command.store.CommandRecord;

/**
 * What a recorded command is answered, the first time and ever after.
 *
 * @param position of the last event of its commit
 */
public record Answer(int status, String location, String id, long position) {
    static Answer of(CommandRecord record, long position) {
        return new Answer(record.status(), record.location(), record.id(), position);
    }
}
