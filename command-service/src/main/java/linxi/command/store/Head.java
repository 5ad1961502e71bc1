package linxi.command.store;

/** The end of the log: the position of the last event, 0 while empty, and the hash of the commit that holds it. */
record Head(long position, String hash) {
    static final Head EMPTY = new Head(0, CommitHash.GENESIS);

    static Head after(StoredCommit commit) {
        return new Head(commit.last(), commit.hash());
    }
}
