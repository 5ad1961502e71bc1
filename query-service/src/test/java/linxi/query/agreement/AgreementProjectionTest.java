package linxi.query.agreement;

import static java.util.Objects.requireNonNull;
import static linxi.query.Story.A1;
import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.H01;
import static linxi.query.Story.H02;
import static linxi.query.Story.agreement;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.AgreementEvent.AgreementAmended;
import linxi.events.AgreementEvent.AgreementEnded;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.query.feed.Replay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementProjectionTest {
    private static final Map<IncomePath, Integer> WAGE = Map.of(IncomePath.WAGE, 10_000);

    @Test
    void keepsMembersUntilAVersionNamesOthers() {
        var agreements = new AgreementProjection();
        var members = new MembersProjection();
        var replay = Replay.inMemory(agreements, members)
                .fold(
                        agreement(WAGE, wage(H01)),
                        amended(2, null),
                        amended(3, wage(H02)),
                        new AgreementEnded(A1, DAKANG, LocalDate.parse("2020-12-31"), AT));
        var document = requireNonNull(replay.document(agreements, "dakang", "A1"));
        assertThat(document.versions())
                .extracting(AgreementDocument.Version::membersOf)
                .containsExactly(1, 1, 3);
        assertThat(document.validTo()).isEqualTo(LocalDate.parse("2020-12-31"));
        assertThat(replay.document(members, "dakang", "A1/2")).isNull();
        assertThat(requireNonNull(replay.document(members, "dakang", "A1/3")).members())
                .isEqualTo(wage(H02));
    }

    private static AgreementAmended amended(
            int version, @Nullable SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members) {
        return new AgreementAmended(
                A1, DAKANG, version, LocalDate.of(2020, version, 1), new TreeMap<>(WAGE), members, AT);
    }

    private static SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> wage(HouseholdKey household) {
        return new TreeMap<>(Map.of(IncomePath.WAGE, new TreeMap<>(Map.of(household, 1L))));
    }
}
