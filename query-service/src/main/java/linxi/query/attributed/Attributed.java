package linxi.query.attributed;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import linxi.events.Money;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.income.Income;
import linxi.query.income.IncomeAnswer;
import linxi.query.income.IncomeDimension;
import linxi.query.list.NewestFirst;
import linxi.query.list.Page;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.names.Names;
import linxi.query.names.Register;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers which settlements make up a figure of income. */
public final class Attributed {
    private final View<AttributedDocument> view;
    private final Income income;
    private final Register register;

    public Attributed(Views views, Income income, Register register) {
        this.view = new AttributedProjection().view(views);
        this.income = income;
        this.register = register;
    }

    /**
     * The figure itself, from where the dashboard has it.
     *
     * @param unattributed of all of those days; null where the question is about a part of them
     */
    public record Figure(IncomeAnswer.Sum income, @Nullable Money unattributed) {}

    public Figure figure(AttributedQuestion question) {
        var dimensions = new ArrayList<IncomeDimension>();
        var values = new ArrayList<String>();
        add(IncomeDimension.PATH, question.path(), dimensions, values);
        add(IncomeDimension.PRODUCT, question.product(), dimensions, values);
        add(IncomeDimension.ORIGIN, question.origin(), dimensions, values);
        var answer = income.answer(question.days(), dimensions);
        if (dimensions.isEmpty()) {
            return new Figure(answer.total(), answer.unattributed());
        }
        var sum = answer.groups().stream()
                .filter(group -> values.equals(dimensions.stream()
                        .map(it -> text(group.key().get(it.name().toLowerCase(Locale.ROOT))))
                        .toList()))
                .findFirst()
                .map(IncomeAnswer.Group::sum)
                .orElseGet(() -> new IncomeAnswer.Sum(Money.ZERO, 0));
        return new Figure(sum, null);
    }

    private static void add(
            IncomeDimension by, @Nullable Object value, List<IncomeDimension> dimensions, List<String> values) {
        if (value != null) {
            dimensions.add(by);
            values.add(value.toString());
        }
    }

    private static String text(@Nullable Object key) {
        return key instanceof Named named ? named.id() : String.valueOf(key);
    }

    /** What it is made of, newest first: over all pages these add up to the figure. */
    public Page<AttributedAnswer> list(AttributedQuestion question, NewestFirst list) {
        var page = list.page(view, filters(question), it -> new NewestFirst.Place(it.at(), it.position()));
        var parties =
                page.items().stream().map(AttributedDocument::origin).distinct().toList();
        var names = register.names(parties, List.of());
        return page.map(it -> answer(it, question, names));
    }

    /** Whether it is made of more settlements, each counted once a day, than that. */
    public boolean areMoreThan(int most, AttributedQuestion question) {
        return view.hasMoreThan(most, Filters.and(filters(question)));
    }

    private static AttributedAnswer answer(AttributedDocument it, AttributedQuestion question, Names names) {
        var lines = it.lines().stream().filter(question::isAbout).toList();
        long fen = lines.stream().mapToLong(AttributedDocument.Line::fen).reduce(0, Math::addExact);
        return new AttributedAnswer(
                it.settlement(),
                names.party(it.origin()),
                it.day(),
                Money.ofFen(fen),
                Money.ofFen(it.unattributed()),
                lines.stream().map(AttributedDocument.Line::path).distinct().toList());
    }

    private static List<Bson> filters(AttributedQuestion question) {
        var filters = new ArrayList<Bson>();
        addDays(question.days(), filters);
        if (question.origin() != null) {
            filters.add(Filters.eq("origin", question.origin().value()));
        }
        if (question.toNobody()) {
            filters.add(Filters.ne("unattributed", 0L));
            return filters;
        }
        var onLine = new ArrayList<Bson>();
        onLine.add(Filters.ne("fen", 0L));
        if (question.path() != null) {
            onLine.add(Filters.eq("path", question.path().name()));
        }
        if (question.product() != null) {
            onLine.add(Filters.eq("product", question.product().value()));
        }
        filters.add(Filters.elemMatch("lines", Filters.and(onLine)));
        return filters;
    }

    private static void addDays(Days days, List<Bson> to) {
        if (days.from() != null) {
            to.add(Filters.gte("day", days.from().toString()));
        }
        if (days.to() != null) {
            to.add(Filters.lte("day", days.to().toString()));
        }
    }
}
