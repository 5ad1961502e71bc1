package linxi.bench;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How a benchmark is to be run.
 *
 * @param rounds that count; each measures every contestant once, in turn
 * @param warmups rounds before them that do not
 * @param folder empty, on disk, for whatever it needs; deleted afterwards
 * @param say takes a line of progress
 */
public record Plan(int rounds, int warmups, Path folder, Consumer<String> say) {}
