package linxi.query.importing;

import java.util.List;

/**
 * A column of a form, the same for its template, for reading it and for what is said of its cells.
 *
 * @param name of the texts: its heading is {@code imports.column.<name>}
 * @param required whether no row may leave it empty
 * @param examples what stands there in the rows of the template that are examples
 */
public record Column(String name, Content content, boolean required, List<String> examples) {
    public Column {
        examples = List.copyOf(examples);
    }

    static Column required(String name, Content content, String... examples) {
        return new Column(name, content, true, List.of(examples));
    }

    static Column optional(String name, Content content, String... examples) {
        return new Column(name, content, false, List.of(examples));
    }
}
