package linxi.allinone.crash;

/** What an acknowledged command was answered, and must be answered for ever. */
record Answer(int status, String location, String id, long position) {}
