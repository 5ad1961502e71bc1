package linxi.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import linxi.events.BusinessDay;
import linxi.events.HouseholdKey;
import linxi.events.HouseholdStatus;
import linxi.events.PartyId;
import linxi.events.RegisterEvent;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.list.ById;
import linxi.query.list.Page;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.names.Names;
import linxi.query.names.Register;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers {@code GET /api/households} and {@code /api/households/{id}}. */
public final class Households {
    private final View<HouseholdDocument> view;
    private final Register register;

    public Households(Views views, Register register) {
        this.view = views.of(new HouseholdProjection().name(), HouseholdDocument.class);
        this.register = register;
    }

    public Page<Answer> list(Asked asked, Instant now) {
        return list(asked, null, now);
    }

    /** @param village only of this one; null for all */
    public Page<Answer> list(Asked asked, @Nullable PartyId village, Instant now) {
        var page = ById.of(asked).page(view, of(village), HouseholdDocument::id);
        var names = names(page.items());
        return page.map(it -> Answer.of(it, names, now));
    }

    /** Whether the question, without a page of it, is about more than that. */
    public boolean areMoreThan(int most, Asked asked, @Nullable PartyId village) {
        asked.nothingElse();
        return view.hasMoreThan(most, of(village));
    }

    private static Bson of(@Nullable PartyId village) {
        return village == null ? Filters.empty() : Filters.eq("village", village.value());
    }

    /** Those that are registered, in the order of the keys. */
    public List<Answer> all(Collection<HouseholdKey> keys, Instant now) {
        var found = of(keys);
        var names = names(List.copyOf(found.values()));
        return keys.stream()
                .map(key -> found.get(key.value()))
                .filter(Objects::nonNull)
                .map(it -> Answer.of(it, names, now))
                .toList();
    }

    /** @throws Refused where there is none */
    public Answer one(String id, Instant now) {
        var found = view.get(RegisterEvent.KEY, id);
        if (found == null) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, id);
        }
        return Answer.of(found, names(List.of(found)), now);
    }

    /** Those that are registered, by key. */
    public Map<String, HouseholdDocument> of(Collection<HouseholdKey> keys) {
        return view.all(
                RegisterEvent.KEY, keys.stream().map(HouseholdKey::value).toList());
    }

    private Names names(List<HouseholdDocument> households) {
        return register.names(
                households.stream().map(HouseholdDocument::village).toList(), List.of());
    }

    /**
     * @param status today; null where no spell covers it
     * @param statuses all spells, by day
     */
    public record Answer(
            HouseholdKey id,
            Named village,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            HouseholdStatus status,

            List<Spell> statuses,
            Instant at) {
        /** The same for readers whom its status does not concern. */
        public Answer withoutStatus() {
            return new Answer(id, village, null, List.of(), at);
        }

        static Answer of(HouseholdDocument it, Names names, Instant now) {
            return new Answer(
                    it.id(), names.party(it.village()), it.statusOn(BusinessDay.of(now)), it.spells(), it.at());
        }
    }
}
