package linxi.query.feed;

/**
 * What the relay says of one partition.
 *
 * @param last position of the last record that it sent; 0 before the first
 * @param end the offset after that record
 */
record RelayEnd(long last, long end) {}
