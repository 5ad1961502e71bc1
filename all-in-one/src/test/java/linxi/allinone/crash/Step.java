package linxi.allinone.crash;

/** A command, and what a clerk believes once it is acknowledged. */
record Step(Command command, Runnable then) {
    static Step of(Command command) {
        return new Step(command, () -> {});
    }
}
