package linxi.command.relay;

/**
 * How far one partition has come.
 *
 * @param last position of the last record in it, 0 for none
 * @param end the offset after that record
 */
record Reached(long last, long end) {
    static final Reached NOTHING = new Reached(0, 0);
}
