package linxi.query.screen.register;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import linxi.access.gate.Access;
import linxi.query.screen.Reader;
import linxi.query.web.Answers;

/**
 * In whose name the reader keeps registers: that of his account's organisation.
 *
 * @param named whether there is one
 * @param first whether nobody is registered yet, so that a first party needs no name
 * @param choices to act for, where there are no logins to tell
 */
record Keeper(boolean named, boolean first, List<Choice> choices) {
    static Keeper of(HttpServletRequest http, Answers answers, Reader reader) {
        var caller = Access.of(http).caller();
        var parties = Choice.parties(answers, reader);
        return caller == null
                ? new Keeper(!parties.isEmpty(), parties.isEmpty(), parties)
                : new Keeper(caller.organisation() != null, parties.isEmpty(), List.of());
    }
}
