package linxi.query.importing.rows;

import java.util.List;
import linxi.query.importing.Draft;
import linxi.query.importing.Entry;

/** One way of writing things down in rows. */
public interface RowsForm {
    /**
     * @param party for whom the commands are sent
     * @return a draft for each thing, in the order of their first rows, those with flaws among them
     */
    List<Draft> drafts(List<Entry> entries, String party);
}
