package linxi.bench;

import java.util.List;

/** One row, or a few, of the table of {@code docs/performance.md}. */
public interface Benchmark {
    /** As on the command line; stable. */
    String name();

    /** What is measured beside what, and how, in a few sentences for whoever reads the table. */
    String description();

    List<Row> run(Plan plan) throws Exception;
}
