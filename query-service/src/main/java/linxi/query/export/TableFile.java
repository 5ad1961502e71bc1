package linxi.query.export;

import java.io.IOException;
import java.util.List;

/** A file while it is written. It holds a few hundred rows at most; what was not ended is visibly cut off. */
public interface TableFile {
    /** Begins a table, and ends the one before. */
    void begin(String title, List<String> headings) throws IOException;

    void row(List<Cell> cells) throws IOException;

    void end() throws IOException;
}
