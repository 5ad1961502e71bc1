package linxi.command.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import linxi.events.AgreementId;
import linxi.events.CoverEvent.ProductCoverEnded;
import linxi.events.CoverEvent.ProductCovered;
import linxi.events.PartyId;
import linxi.events.ProductId;
import org.junit.jupiter.api.Test;

/** The first and the last day in force, where an off-by-one would pay by two agreements or by none. */
class CoverTest {
    private static final PartyId ORIGIN = new PartyId("coop");
    private static final ProductId PRODUCT = new ProductId("tomato");
    private static final AgreementId AGREEMENT = new AgreementId("A1");
    private static final Instant AT = Instant.parse("2020-01-01T00:00:00Z");
    private static final LocalDate FIRST = LocalDate.parse("2020-03-01");
    private static final LocalDate LAST = LocalDate.parse("2020-06-30");

    private static final Cover ENDED = Cover.none()
            .after(new ProductCovered(ORIGIN, PRODUCT, AGREEMENT, FIRST, AT))
            .after(new ProductCoverEnded(ORIGIN, PRODUCT, AGREEMENT, LAST, AT));

    @Test
    void holdsFromItsFirstDayToItsLast() {
        assertThat(ENDED.on(FIRST.minusDays(1))).isEmpty();
        assertThat(ENDED.on(FIRST)).contains(AGREEMENT);
        assertThat(ENDED.on(LAST)).contains(AGREEMENT);
        assertThat(ENDED.on(LAST.plusDays(1))).isEmpty();
    }

    @Test
    void isInTheWayOfANewOneUntilItsLastDay() {
        assertThat(ENDED.inTheWayFrom(LAST)).contains(AGREEMENT);
        assertThat(ENDED.inTheWayFrom(LAST.plusDays(1))).isEmpty();
    }
}
