package linxi.query.screen.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.events.BusinessDay;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.list.NewestFirst;
import linxi.query.sales.SalesDimension;
import linxi.query.screen.Assets;
import linxi.query.screen.Reader;
import linxi.query.screen.drill.SoldRow;
import linxi.query.screen.live.Look;
import linxi.query.sold.Measure;
import linxi.query.sold.SoldAnswer;
import linxi.query.sold.SoldQuestion;
import linxi.query.web.Reads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 大屏: one day, and all there was before it, for a screen on a wall that nobody touches. */
@Controller
class Wall {
    private static final int TOP = 6;
    private static final int MONTHS = 24;
    private static final int RECEIPTS = 12;

    private final Dashboards dashboards;
    private final Reads reads;
    private final Look look;
    private final Assets assets;
    private final Clock clock;

    Wall(Dashboards dashboards, Reads reads, Look look, Assets assets, Clock clock) {
        this.dashboards = dashboards;
        this.reads = reads;
        this.look = look;
        this.assets = assets;
        this.clock = clock;
    }

    /** {@code day}: the one that is "today" where the page hangs; that of the server where none is named. */
    @GetMapping("/wall")
    String wall(HttpServletRequest http, HttpServletResponse answer, Locale language, Model model) {
        var asked = new Asked(http.getParameterMap());
        var named = asked.day("day");
        asked.nothingElse();
        var now = clock.instant();
        var day = named == null ? BusinessDay.of(now) : named;
        var reader = new Reader(language);
        var position = Overview.position(answer);
        var today = new Days(day, day);
        var all = dashboards.of(Days.ALL, false, position);
        var times = Line.times(all.byTime(), false, Days.ALL, reader);
        model.addAttribute("day", day);
        model.addAttribute("now", now.toEpochMilli());
        model.addAttribute("today", Figure.of(dashboards.of(today, true, position), today, reader));
        model.addAttribute("all", Figure.of(all, Days.ALL, reader));
        model.addAttribute("times", times.subList(Math.max(0, times.size() - MONTHS), times.size()));
        model.addAttribute("channels", Line.channels(all.byChannel(), Days.ALL, reader));
        model.addAttribute(
                "products", Line.top(Line.of(all.byProduct(), SalesDimension.PRODUCT, Days.ALL, reader), TOP));
        model.addAttribute("markets", Line.top(Line.of(all.byMarket(), SalesDimension.MARKET, Days.ALL, reader), TOP));
        model.addAttribute("receipts", receipts(reader));
        Overview.addFreshness(model, answer, look, assets);
        return "wall";
    }

    private List<SoldRow> receipts(Reader reader) {
        var question = new SoldQuestion(Days.ALL, Map.of(), Measure.SOLD);
        var page = reads.read(answers -> answers.sold().list(question, NewestFirst.first(RECEIPTS)));
        return page.items().stream()
                .filter(SoldAnswer::received)
                .map(it -> SoldRow.of(it, Measure.SOLD, reader))
                .toList();
    }
}
