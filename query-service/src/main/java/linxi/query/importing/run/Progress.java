package linxi.query.importing.run;

import org.jspecify.annotations.Nullable;

/**
 * Where an import stands. Everything is counted in things, such as shipments, not in rows.
 *
 * @param total drafts of the file, flawed ones among them
 * @param done judged; once it is being sent, all but those that are still to be sent
 * @param fresh that can be sent
 * @param recorded that were there already with the same content
 * @param flawed that cannot be sent as they are
 * @param sent recorded by this run
 * @param problem the rule by which it failed or broke off
 */
public record Progress(
        Stage stage,
        int total,
        int done,
        int fresh,
        int recorded,
        int flawed,
        int sent,
        @Nullable String problem) {}
