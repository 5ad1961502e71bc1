package linxi.allinone.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import linxi.allinone.terminal.Terminal;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Loads the demonstration data into a running system and shows what the queries make of them. */
public final class DemoRun {
    /** Enough to keep two cores and one disk busy. */
    private static final int CLIENTS = 16;

    private final Api api;
    private final ProgressBar progress;
    private final AtomicLong position = new AtomicLong();

    private DemoRun(Api api, ProgressBar progress) {
        this.api = api;
        this.progress = progress;
    }

    /** @return the exit code: 0 when everything is recorded, now or in an earlier run */
    public static int load(DemoData data, String url, Credentials credentials, Terminal terminal)
            throws InterruptedException {
        var began = System.nanoTime();
        try (var api = new Api(url, credentials)) {
            if (!api.answers()) {
                terminal.say("demo.unreachable", url);
                return 1;
            }
            var stages = stages(data);
            int size = stages.stream().mapToInt(Stage::size).sum();
            long position;
            try (var progress = bar(terminal, size)) {
                position = new DemoRun(api, progress).run(stages);
            }
            var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            terminal.say("demo.done", size, seconds);
            Headlines.print(api, position, terminal);
            return 0;
        } catch (Api.NotRecorded e) {
            var response = e.response();
            terminal.say(
                    "demo.refused",
                    response.request().method(),
                    response.uri().getPath(),
                    response.statusCode(),
                    response.body());
            return 1;
        } catch (IOException e) {
            terminal.say("demo.unreachable", url);
            return 1;
        }
    }

    /** @throws IOException where nothing answers */
    public static boolean asksForLogin(String url) throws IOException, InterruptedException {
        try (var api = new Api(url, Credentials.NONE)) {
            return api.get("/me").path("login").asBoolean(false);
        }
    }

    private static List<Stage> stages(DemoData data) {
        var trade = new TradePlan(data);
        var stages = new ArrayList<>(new RegisterPlan(data).stages());
        stages.addAll(trade.stages());
        stages.add(new SettlementPlan(data, trade).stage());
        return stages;
    }

    private static ProgressBar bar(Terminal terminal, int size) {
        return new ProgressBarBuilder()
                .setTaskName(terminal.text("demo.title"))
                .setInitialMax(size)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .setConsumer(terminal.progress())
                .build();
    }

    private long run(List<Stage> stages) throws IOException, InterruptedException {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (var stage : stages) {
                await(stage, clients);
            }
        }
        return position.get();
    }

    private void await(Stage stage, ExecutorService clients) throws IOException, InterruptedException {
        var chains = new ArrayList<Future<?>>();
        stage.chains().forEach(chain -> chains.add(clients.submit(() -> send(chain))));
        try {
            for (var chain : chains) {
                chain.get();
            }
        } catch (ExecutionException e) {
            chains.forEach(chain -> chain.cancel(true));
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException refused -> throw refused;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private long send(List<Step> chain) throws IOException, InterruptedException {
        long last = 0;
        for (var step : chain) {
            last = api.send(step);
            position.accumulateAndGet(last, Math::max);
            progress.step();
        }
        return last;
    }
}
