package linxi.query.screen.register;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import linxi.events.PartyKind;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.party.Parties;
import linxi.query.screen.Reader;
import linxi.query.web.Answers;

/** An organisation to choose. */
record Choice(String id, String name) {
    /** The first so many: the id of another one may be typed. */
    private static List<Choice> of(Answers answers, Reader reader, Predicate<Parties.Answer> which) {
        var first = answers.parties().list(new Asked(Map.of("limit", new String[] {"500"})));
        return first.items().stream()
                .filter(which)
                .map(it -> new Choice(
                        it.id().value(), reader.name(new Named(it.id().value(), it.name()))))
                .toList();
    }

    static List<Choice> parties(Answers answers, Reader reader) {
        return of(answers, reader, _ -> true);
    }

    static List<Choice> villages(Answers answers, Reader reader) {
        return of(answers, reader, it -> it.kind() == PartyKind.VILLAGE);
    }
}
