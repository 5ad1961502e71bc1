package linxi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0", "H10", "dakang.egg_2-x", "019876ab-cdef-7000-8000-0123456789ab"})
    void anIdIsLettersDigitsDotDashAndUnderscore(String text) {
        assertThat(Id.isValid(text)).isTrue();
        assertThat(new LotId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-a", "_a", ".a", "a b", "a/b", "a$", "蛋", "é", "a\n", "\na", "a\u0000"})
    void anythingElseIsNone(String text) {
        assertThat(Id.isValid(text)).isFalse();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new LotId(text));
    }

    @Test
    void anIdHasAtMost64Characters() {
        assertThat(Id.isValid("a".repeat(64))).isTrue();
        assertThat(Id.isValid("a".repeat(65))).isFalse();
    }

    @Test
    void idsCompareAsAsciiStrings() {
        var keys = Stream.of("a", "H2", "H10", "0", "H-1", "H.1", "H_1", "Z")
                .map(HouseholdKey::new)
                .sorted();
        assertThat(keys.map(HouseholdKey::value)).containsExactly("0", "H-1", "H.1", "H10", "H2", "H_1", "Z", "a");
    }

    @Test
    void pathsAreDeclaredInTheOrderInWhichPoolsAreShared() {
        assertThat(Stream.of(IncomePath.values()).map(Enum::name)).isSorted();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aStreamIsReadBackFromItsText(StreamId stream, String text) {
        assertThat(stream).hasToString(text);
        assertThat(StreamId.parse(text)).isEqualTo(stream);
    }

    static Stream<Arguments> streams() {
        var a1 = new AgreementId("A1");
        return Stream.of(
                arguments(StreamId.of(new PartyId("dakang")), "party/dakang"),
                arguments(StreamId.of(new ProductId("egg")), "product/egg"),
                arguments(StreamId.of(new HouseholdKey("H10")), "household/H10"),
                arguments(StreamId.of(new LotId("T1")), "lot/T1"),
                arguments(StreamId.of(new ShipmentId("S-1")), "shipment/S-1"),
                arguments(StreamId.of(a1), "agreement/A1"),
                arguments(StreamId.of(new SettlementId("X")), "settlement/X"),
                arguments(StreamId.cover(new PartyId("dakang"), new ProductId("egg")), "cover/dakang/egg"),
                arguments(StreamId.carry(a1, IncomePath.WAGE), "carry/A1/WAGE"));
    }

    private static Arguments arguments(StreamId stream, String text) {
        return Arguments.of(stream, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "lot", "lot/", "/T1"})
    void aTextThatNamesNoStreamIsRefused(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> StreamId.parse(text));
    }

    @Test
    void aStreamThatCouldNotBeReadBackCannotBeMade() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new StreamId("a/b", "c"));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new StreamId("", "c"));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new StreamId("lot", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-06T15:59:59Z, 2020-05-06",
        "2020-05-06T16:00:00Z, 2020-05-07",
        "2020-12-31T23:00:00-01:00, 2021-01-01",
    })
    void aDayIsADayInShanghai(String at, String day) {
        var instant = OffsetDateTime.parse(at).toInstant();
        assertThat(BusinessDay.of(instant)).isEqualTo(LocalDate.parse(day));
        assertThat(BusinessDay.of(Instant.EPOCH)).isEqualTo(LocalDate.EPOCH);
    }

    @Test
    void originEventsTravelUnderTheirOriginAndRegisterEventsUnderTheRegister() {
        var at = Instant.EPOCH;
        assertThat(new LotEvent.LotHeld(new LotId("T1"), new PartyId("dakang"), "mould", at).key())
                .isEqualTo("dakang");
        assertThat(new PartyEvent.PartySuspended(new PartyId("dakang"), "debts", at).key())
                .isEqualTo("register");
    }
}
