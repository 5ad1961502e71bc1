package linxi.bench.growth;

import java.time.LocalDate;
import java.util.List;
import linxi.query.Days;
import linxi.query.household.Households;
import linxi.query.income.Income;
import linxi.query.income.IncomeDimension;
import linxi.query.mongo.Views;
import linxi.query.names.Register;
import linxi.query.sales.Sales;
import linxi.query.sales.SalesDimension;

/** The two answers that every dashboard begins with, over the read models of one installation. */
final class Dashboards {
    private static final Days YEAR = new Days(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
    private static final int REPEATS = 3;

    private final Sales sales;
    private final Income income;

    Dashboards(Installed installed) {
        var views = new Views(installed.database());
        var register = new Register(views);
        this.sales = new Sales(views, register);
        this.income = new Income(views, new Households(views, register), register);
    }

    /** @return milliseconds */
    double sales() {
        return millis(() -> sales.answer(YEAR, List.of(SalesDimension.MONTH, SalesDimension.PRODUCT))
                .groups()
                .size());
    }

    /** @return milliseconds */
    double income() {
        return millis(() -> income.answer(YEAR, List.of(IncomeDimension.MONTH, IncomeDimension.PRODUCT))
                .groups()
                .size());
    }

    private static double millis(java.util.function.IntSupplier answer) {
        long began = System.nanoTime();
        for (int i = 0; i < REPEATS; i++) {
            if (answer.getAsInt() < 12) {
                throw new IllegalStateException("a year has twelve months");
            }
        }
        return (System.nanoTime() - began) / 1e6 / REPEATS;
    }
}
