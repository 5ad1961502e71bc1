package linxi.query.feed;

/**
 * An event that cannot be read or folded.
 *
 * @param reason what was thrown, cut to a length that fits a status page
 */
public record Poison(long position, String reason) {
    private static final int LONGEST_REASON = 300;

    static Poison of(long position, String where, Throwable thrown) {
        var reason = where + ": " + thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
        return new Poison(position, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    /**
     * Whether the event, or the code that reads it, is at fault. A stack that overflows is: it happens again with the
     * same event, and leaves nothing broken behind. Memory that ran out, or a broken virtual machine, says nothing about
     * the event in hand.
     */
    public static boolean is(Throwable thrown) {
        return !(thrown instanceof VirtualMachineError) || thrown instanceof StackOverflowError;
    }
}
