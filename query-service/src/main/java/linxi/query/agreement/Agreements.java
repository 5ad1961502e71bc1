package linxi.query.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.AgreementId;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.agreement.AgreementDocument.Version;
import linxi.query.list.ById;
import linxi.query.list.Page;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.names.Names;
import linxi.query.names.Register;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers {@code GET /api/agreements} and {@code /api/agreements/{id}}; members only in the latter. */
public final class Agreements {
    private final View<AgreementDocument> view;
    private final View<MembersDocument> members;
    private final View<AgreementHistoryDocument> histories;
    private final Register register;

    public Agreements(Views views, Register register) {
        this.view = views.of(new AgreementProjection().name(), AgreementDocument.class);
        this.members = views.of(new MembersProjection().name(), MembersDocument.class);
        this.histories = new AgreementHistoryProjection().view(views);
        this.register = register;
    }

    /** @param only of this origin; null for all */
    public Page<Answer> list(Asked asked, @Nullable PartyId only) {
        var page = ById.of(asked).page(view, of(only), AgreementDocument::id);
        var names = names(page.items());
        return page.map(it -> answer(it, names, false));
    }

    /** Whether the question, without a page of it, is about more than that. */
    public boolean areMoreThan(int most, Asked asked, @Nullable PartyId only) {
        asked.nothingElse();
        return view.hasMoreThan(most, of(only));
    }

    private static Bson of(@Nullable PartyId only) {
        return only == null ? Filters.empty() : Filters.eq("origin", only.value());
    }

    /** @throws Refused where there is none */
    public Answer one(String id) {
        var found = register.anywhere(view, id);
        if (found == null) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, id);
        }
        return answer(found, names(List.of(found)), true);
    }

    /** What happened to it, in the order of the log. */
    public List<AgreementHistoryDocument.Moment> history(Answer agreement) {
        var found = histories.get(agreement.origin().id(), agreement.id().value());
        return found == null ? List.of() : found.history();
    }

    /** What one version says; null where there is none. */
    public @Nullable Terms terms(PartyId origin, AgreementId agreement, int version) {
        var found = view.get(origin.value(), agreement.value());
        if (found == null) {
            return null;
        }
        return found.versions().stream()
                .filter(it -> it.version() == version)
                .findFirst()
                .map(it -> new Terms(it.paths(), membersOf(found, it)))
                .orElse(null);
    }

    /**
     * @param paths basis points
     * @param members weights
     */
    public record Terms(
            SortedMap<IncomePath, Integer> paths, SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members) {
        /** None where the path has none. */
        public SortedMap<HouseholdKey, Long> members(IncomePath path) {
            return members.getOrDefault(path, new TreeMap<>());
        }
    }

    private Names names(List<AgreementDocument> agreements) {
        return register.names(
                agreements.stream().map(AgreementDocument::origin).toList(),
                agreements.stream().flatMap(it -> it.products().stream()).toList());
    }

    private Answer answer(AgreementDocument it, Names names, boolean withMembers) {
        var versions = new ArrayList<VersionAnswer>();
        for (var version : it.versions()) {
            versions.add(new VersionAnswer(
                    version.version(),
                    version.validFrom(),
                    version.paths(),
                    withMembers ? membersOf(it, version) : null,
                    version.at()));
        }
        var newest = versions.getLast();
        return new Answer(
                it.id(),
                names.party(it.origin()),
                it.products().stream().map(names::product).toList(),
                newest.version(),
                newest.validFrom(),
                it.validTo(),
                newest.paths(),
                newest.members(),
                versions,
                it.at());
    }

    private SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> membersOf(AgreementDocument it, Version version) {
        var found = members.get(it.origin().value(), MembersProjection.id(it.id(), version.membersOf()));
        return found == null ? new TreeMap<>() : found.members();
    }

    /**
     * An agreement; what stands beside {@code versions} is of the newest.
     *
     * @param validTo the last day in force; null while it is open
     */
    public record Answer(
            AgreementId id,
            Named origin,
            List<Named> products,
            int version,
            LocalDate validFrom,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            LocalDate validTo,

            SortedMap<IncomePath, Integer> paths,
            @Nullable SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members,
            List<VersionAnswer> versions,
            Instant at) {}

    /** @param paths basis points by path */
    public record VersionAnswer(
            int version,
            LocalDate validFrom,
            SortedMap<IncomePath, Integer> paths,
            @Nullable SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members,
            Instant at) {}
}
