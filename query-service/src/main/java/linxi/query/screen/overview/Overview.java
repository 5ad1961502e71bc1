package linxi.query.screen.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.sales.SalesDimension;
import linxi.query.screen.Assets;
import linxi.query.screen.Reader;
import linxi.query.screen.live.Look;
import linxi.query.screen.live.Stand;
import linxi.query.web.AsOf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** 看板: what was sold, and what households earned from it. Each figure is the one of the API, written for people. */
@Controller
class Overview {
    private final Dashboards dashboards;
    private final Look look;
    private final Assets assets;
    private final Clock clock;

    Overview(Dashboards dashboards, Look look, Assets assets, Clock clock) {
        this.dashboards = dashboards;
        this.look = look;
        this.assets = assets;
        this.clock = clock;
    }

    @GetMapping("/overview")
    String overview(HttpServletRequest http, HttpServletResponse answer, Locale language, Model model) {
        var asked = new Asked(http.getParameterMap());
        var span = Span.of(asked, clock);
        asked.nothingElse();
        var reader = new Reader(language);
        var days = span.days();
        var all = dashboards.of(days, days.areDaily(), position(answer));
        var products = Line.of(all.byProduct(), SalesDimension.PRODUCT, days, reader);
        var markets = Line.of(all.byMarket(), SalesDimension.MARKET, days, reader);
        model.addAttribute("period", span.period());
        model.addAttribute("periods", Span.Period.values());
        model.addAttribute("from", span.period() == null ? days.from() : null);
        model.addAttribute("to", span.period() == null ? days.to() : null);
        model.addAttribute("query", query(days));
        model.addAttribute(
                "empty",
                all.byProduct().groups().isEmpty() && all.income().groups().isEmpty());
        model.addAttribute("figures", Figure.of(all, days, reader));
        model.addAttribute("products", products);
        model.addAttribute("markets", markets);
        model.addAttribute("channels", Line.channels(all.byChannel(), days, reader));
        model.addAttribute("time", days.areDaily() ? "day" : "month");
        model.addAttribute("times", Line.times(all.byTime(), days.areDaily(), days, reader));
        model.addAttribute("matrix", Matrix.of(all.byMarketAndProduct(), markets, products, days, reader));
        model.addAttribute("paths", Line.paths(all.income(), days, reader));
        addFreshness(model, answer, look, assets);
        return "overview";
    }

    static long position(HttpServletResponse answer) {
        return Long.parseLong(Objects.requireNonNull(answer.getHeader(AsOf.POSITION)));
    }

    /** What {@code live.js} begins with. */
    static void addFreshness(Model model, HttpServletResponse answer, Look look, Assets assets) {
        Stand now = look.now();
        var at = now.at();
        model.addAttribute("asOf", position(answer));
        model.addAttribute("newest", at == null ? "–" : Reader.time(at));
        model.addAttribute("behind", now.behind());
        model.addAttribute("parked", answer.getHeader(AsOf.PARKED));
        model.addAttribute("charts", assets.charts());
    }

    /** The same days, for a link. */
    private static String query(Days days) {
        return UriComponentsBuilder.newInstance()
                .queryParamIfPresent("from", Optional.ofNullable(days.from()))
                .queryParamIfPresent("to", Optional.ofNullable(days.to()))
                .toUriString();
    }
}
