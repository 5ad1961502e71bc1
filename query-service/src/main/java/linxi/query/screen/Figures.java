package linxi.query.screen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import linxi.events.BaseUnit;
import linxi.events.MeasureUnit;
import linxi.events.Money;
import linxi.query.Amount;
import linxi.query.Cost;
import linxi.query.Percent;
import linxi.query.sales.SalesGroup;

/**
 * How figures are written, one way everywhere: 1,234.5 吨, 864 万元, and in English 1,234.5 t, ¥8.64 million. What is
 * short is rounded half-up for display alone; the full figure always stands beside it.
 */
public final class Figures {
    /** Between a number and its unit, where no line may break. */
    private static final char GAP = '\u00a0';

    private static final BigDecimal FEN_OF_YUAN = BigDecimal.valueOf(100);
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final long GRAMS_OF_TONNE = 1_000_000;
    private static final long GRAMS_OF_KILOGRAM = 1_000;

    private final boolean chinese;

    public Figures(Locale language) {
        this.chinese = language.getLanguage().equals("zh");
    }

    public Shown money(Money money) {
        var yuan = BigDecimal.valueOf(money.fen()).divide(FEN_OF_YUAN);
        var full = chinese ? number(yuan, 2, 2) + GAP + "元" : "¥" + number(yuan, 2, 2);
        if (yuan.abs().compareTo(chinese ? WAN : MILLION) < 0) {
            return new Shown(full, full);
        }
        return new Shown(
                chinese
                        ? number(yuan.divide(WAN), 0, 2) + GAP + "万元"
                        : "¥" + number(yuan.divide(MILLION), 0, 2) + GAP + "million",
                full);
    }

    /** To the fen, in fen: 80,640,202 分. */
    public String fen(long fen) {
        return count(fen) + GAP + (chinese ? "分" : "fen");
    }

    /** To the millionth of a fen: 80,640,201.600000 分. */
    public String exactFen(long microFen) {
        return number(BigDecimal.valueOf(microFen, 6), 6, 6) + GAP + (chinese ? "分" : "fen");
    }

    public Shown amount(Amount amount) {
        return amount.unit() == BaseUnit.PIECE ? pieces(amount.amount()) : mass(amount.amount());
    }

    /** Several units side by side, those of which there is none left out; a dash where there is nothing. */
    public Shown amounts(List<Amount> amounts) {
        var shown = amounts.stream()
                .filter(amount -> amount.amount() != 0)
                .map(this::amount)
                .toList();
        if (shown.isEmpty()) {
            return new Shown("–", "–");
        }
        return new Shown(
                String.join(" + ", shown.stream().map(Shown::text).toList()),
                String.join(" + ", shown.stream().map(Shown::full).toList()));
    }

    /** Prices for one kilogram or piece. */
    public Shown averages(List<SalesGroup.Average> averages) {
        if (averages.isEmpty()) {
            return new Shown("–", "–");
        }
        var texts = averages.stream().map(this::average).toList();
        var text = String.join(" + ", texts);
        return new Shown(text, text);
    }

    private String average(SalesGroup.Average average) {
        var yuan = number(average.fen().divide(FEN_OF_YUAN), 2, 4);
        boolean piece = average.per() == MeasureUnit.PIECE;
        return chinese ? yuan + (piece ? GAP + "元/枚" : GAP + "元/公斤") : "¥" + yuan + (piece ? GAP + "a piece" : "/kg");
    }

    /** What was agreed: 3.60 元/公斤, 12.00 元/筐. */
    public Shown price(Cost price) {
        var yuan = number(BigDecimal.valueOf(price.fen()).divide(FEN_OF_YUAN), 2, 2);
        var per = unit(price.per());
        var text = chinese ? yuan + GAP + "元/" + per : "¥" + yuan + "/" + per;
        return new Shown(text, text);
    }

    /** A unit in the reader's language; a pack is called as the product calls it. */
    public String unit(String unit) {
        return switch (unit) {
            case "PIECE" -> chinese ? "枚" : "piece";
            case "GRAM" -> chinese ? "克" : "g";
            case "KILOGRAM" -> chinese ? "公斤" : "kg";
            case "JIN" -> chinese ? "斤" : "jin";
            case "TONNE" -> chinese ? "吨" : "t";
            default -> unit;
        };
    }

    private Shown pieces(long pieces) {
        var full = count(pieces) + (chinese ? GAP + "枚" : pieces == 1 ? GAP + "piece" : GAP + "pieces");
        if (Math.abs(pieces) < 10_000 || !chinese) {
            return new Shown(full, full);
        }
        return new Shown(number(BigDecimal.valueOf(pieces).divide(WAN), 0, 2) + GAP + "万枚", full);
    }

    private Shown mass(long grams) {
        var full = number(BigDecimal.valueOf(grams).divide(BigDecimal.valueOf(GRAMS_OF_KILOGRAM)), 0, 3)
                + (chinese ? GAP + "公斤" : GAP + "kg");
        if (Math.abs(grams) < GRAMS_OF_TONNE) {
            return new Shown(full, full);
        }
        return new Shown(
                number(BigDecimal.valueOf(grams).divide(BigDecimal.valueOf(GRAMS_OF_TONNE)), 0, 1)
                        + (chinese ? GAP + "吨" : GAP + "t"),
                full);
    }

    /** A part of a whole, such as 0.25 %; a dash where there is no whole. What there is, is never shown as nothing. */
    public String share(long part, long whole) {
        var percent = Percent.of(part, whole);
        if (percent == null) {
            return "–";
        }
        boolean tiny = part > 0 && percent.signum() == 0;
        return (tiny ? "<0.01" : number(percent, 0, 2)) + GAP + "%";
    }

    public String count(long count) {
        return number(BigDecimal.valueOf(count), 0, 0);
    }

    private static String number(BigDecimal number, int least, int most) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
