package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import linxi.allinone.LinxiProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without logins the party of a lot is whoever sends it. */
@InBrowser
class OutboxNoLoginBrowserIT {
    private static final String FOUND = """
            const give = (path, party, body) => fetch(path, {method: 'POST', body: JSON.stringify(body), headers:
              {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...(party ? {'X-Party': party} : {})}})
              .then(it => it.json());
            return (async () => {
              await give('/api/parties', null, {id: 'dakang', kind: 'COOPERATIVE', name: {zh: '大康'}});
              await give('/api/parties', 'dakang', {id: 'yonghui', kind: 'MARKET', name: {zh: '永辉'}, region: 'CN-BJ'});
              await give('/api/products', 'dakang', {id: 'tomato', kind: 'TOMATO', name: {zh: '番茄'}, baseUnit: 'GRAM'});
              const last = await give('/api/lots', 'dakang', {id: 'T1', origin: 'dakang', product: 'tomato',
                quantity: {amount: 1, unit: 'TONNE'}, producedAt: '2020-07-01T06:00:00+08:00'});
              return fetch('/api/lots/T1?atLeast=' + last.position).then(it => it.status);
            })()""";

    @Test
    void logsAndDispatchesWithoutANetworkAllTheSame(@TempDir Path folder) {
        try (var linxi = LinxiProcess.launch(folder.resolve("data"), LinxiProcess.freePort(), "--no-login")) {
            linxi.awaitText("└", Duration.ofMinutes(6));
            try (var phone = new Phone(linxi.url(), "zh-CN")) {
                phone.browser().go("/");
                assertThat(phone.browser().run(FOUND)).isEqualTo(200L);
                phone.fillIn("T1", "1");
                phone.awaitCopies();
                phone.line().cut(true);
                var id = phone.log("T1", "10");
                phone.browser().find("[data-done] form [type=submit]").click();
                phone.browser().find("[data-dispatched]:not([hidden])");
                phone.line().cut(false);
                phone.browser().go("/outbox");
                phone.awaitNothingWaiting();
                phone.browser().go("/shipments/" + id);
                assertThat(phone.browser().find("[data-state]").getText()).isEqualTo("运输中");
                assertThat(phone.complaints()).isEqualTo(List.of());
            }
        }
    }
}
