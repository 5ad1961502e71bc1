package linxi.query.screen.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class OurNamesTest {
    private static OurNames withBase(String base, String... hosts) {
        return new OurNames(new TraceSettings(base, List.of(hosts)));
    }

    @Test
    void areThoseOfTheRequestAndOfTheSettings() {
        var http = new MockHttpServletRequest();
        http.setServerName("10.0.0.5");
        var names = withBase("https://linxi.example", "old.example");
        assertThat(names.areOurs("10.0.0.5", http)).isTrue();
        assertThat(names.areOurs("LINXI.example", http)).isTrue();
        assertThat(names.areOurs("old.example", http)).isTrue();
        assertThat(names.areOurs("example", http)).isFalse();
        assertThat(new OurNames(new TraceSettings(null, List.of())).areOurs("", http))
                .isFalse();
    }
}
