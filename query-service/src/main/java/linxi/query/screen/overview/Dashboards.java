package linxi.query.screen.overview;

import static linxi.query.sales.SalesDimension.CHANNEL;
import static linxi.query.sales.SalesDimension.DAY;
import static linxi.query.sales.SalesDimension.MARKET;
import static linxi.query.sales.SalesDimension.MONTH;
import static linxi.query.sales.SalesDimension.PRODUCT;
import static linxi.query.sales.SalesDimension.REGION;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import linxi.query.Days;
import linxi.query.income.IncomeAnswer;
import linxi.query.income.IncomeDimension;
import linxi.query.sales.SalesAnswer;
import linxi.query.sales.SalesDimension;
import linxi.query.web.Reads;
import org.springframework.stereotype.Component;

/**
 * The figures of dashboards. All who look at the same days at the same position are given the same ones, read once: when
 * something is folded, every open page comes for them at that moment.
 */
@Component
class Dashboards {
    private static final int MOST = 64;

    /** Long enough for those who come together; a position says nothing of a read model that was rebuilt meanwhile. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Reads reads;
    private final Cache<Question, Figures> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();

    Dashboards(Reads reads) {
        this.reads = reads;
    }

    private record Question(Days days, boolean daily, long position) {}

    /**
     * What a dashboard shows.
     *
     * @param byTime by day or month
     * @param income by path
     */
    record Figures(
            SalesAnswer byProduct,
            SalesAnswer byMarket,
            SalesAnswer byRegion,
            SalesAnswer byChannel,
            SalesAnswer byTime,
            SalesAnswer byMarketAndProduct,
            IncomeAnswer income) {}

    /** @param position which the answer must hold; what is read later holds it too */
    Figures of(Days days, boolean daily, long position) {
        return known.get(new Question(days, daily, position), this::read);
    }

    private Figures read(Question question) {
        var time = question.daily() ? DAY : MONTH;
        List<List<SalesDimension>> groupings = List.of(
                List.of(PRODUCT),
                List.of(MARKET),
                List.of(REGION),
                List.of(CHANNEL),
                List.of(time),
                List.of(MARKET, PRODUCT));
        var sales = reads.read(answers -> answers.sales().answers(question.days(), groupings));
        var income = reads.read(answers -> answers.income().answer(question.days(), List.of(IncomeDimension.PATH)));
        return new Figures(sales.get(0), sales.get(1), sales.get(2), sales.get(3), sales.get(4), sales.get(5), income);
    }
}
