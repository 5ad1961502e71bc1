package linxi.query.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import linxi.events.Name;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.RegisterEvent;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.list.ById;
import linxi.query.list.Page;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import org.jspecify.annotations.Nullable;

/** Answers {@code GET /api/parties} and {@code /api/parties/{id}}. */
public final class Parties {
    private final View<PartyDocument> view;

    public Parties(Views views) {
        this.view = views.of(new PartyProjection().name(), PartyDocument.class);
    }

    public Page<Answer> list(Asked asked) {
        return ById.of(asked).page(view, PartyDocument::id).map(Answer::of);
    }

    /** Whether the question, without a page of it, is about more than that. */
    public boolean areMoreThan(int most, Asked asked) {
        asked.nothingElse();
        return view.hasMoreThan(most, Filters.empty());
    }

    /** @throws Refused where there is none */
    public Answer one(String id) {
        var found = view.get(RegisterEvent.KEY, id);
        if (found == null) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, id);
        }
        return Answer.of(found);
    }

    public boolean exists(PartyId id) {
        return view.get(RegisterEvent.KEY, id.value()) != null;
    }

    /** @param suspension the reason */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            PartyId id,
            PartyKind kind,
            Name name,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String region,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String district,

            boolean suspended,
            @Nullable String suspension,
            Instant at) {
        static Answer of(PartyDocument it) {
            return new Answer(
                    it.id(),
                    it.kind(),
                    it.name(),
                    it.region(),
                    it.district(),
                    it.suspension() != null,
                    it.suspension(),
                    it.at());
        }
    }
}
