package linxi.allinone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import linxi.access.web.Housekeeping;
import linxi.allinone.demo.Credentials;
import linxi.allinone.demo.DemoData;
import linxi.allinone.demo.DemoRun;
import linxi.allinone.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code linxi up}: starts everything and stays until it is told to stop. */
@Command(name = "up", description = "Start everything on one data folder.", mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {
    private static final int DEFAULT_PORT = 8080;
    private static final Duration STOP_LIMIT = Duration.ofMillis(9_500);

    @Option(names = "--demo", description = "Load the demonstration data.")
    private boolean demo;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (default: ~/.linxi).")
    private Path data = Installation.defaultFolder();

    @Option(names = "--port", paramLabel = "N", description = "Port of the screens and the API (default: 8080).")
    private @Nullable Integer port;

    @Option(names = "--reset", description = "Empty the data folder first.")
    private boolean reset;

    @Option(names = "--no-login", description = "No accounts: the X-Party header says who acts. Loopback only.")
    private boolean noLogin;

    @Override
    public Integer call() throws InterruptedException {
        var terminal = Terminal.ofThisMachine();
        var began = System.nanoTime();
        terminal.tick("java.version", Runtime.version().toString());
        try (var installation = Installation.open(data, terminal)) {
            System.setProperty("linxi.log.folder", installation.part("logs").toString());
            if (reset) {
                installation.reset();
                terminal.tick("folder.reset");
            }
            var ports = new Ports();
            var parts = start(installation, choosePort(ports, terminal), ports, terminal);
            terminal.tick("started.services", Integer.toString(parts.port()), seconds(began));
            return serve(parts, terminal);
        }
    }

    private Parts start(Installation installation, int chosen, Ports ports, Terminal terminal) {
        try {
            return Parts.start(installation, chosen, ports, new Mode(!noLogin, demo), terminal);
        } catch (RuntimeException e) {
            throw new CannotStart(terminal.text("start.failed", e.toString(), installation.part("logs")));
        }
    }

    private int serve(Parts parts, Terminal terminal) throws InterruptedException {
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                // Everything answered is stored by now: what still hangs may be cut off.
                var _ = stopped.await(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try (parts) {
            int code = demo ? load(parts, terminal) : withoutDemo(parts);
            if (stop.getCount() > 0) {
                terminal.box(box(parts, terminal));
            }
            stop.await();
            terminal.say("stopping");
            return code;
        } finally {
            terminal.say("stopped");
            stopped.countDown();
        }
    }

    private int load(Parts parts, Terminal terminal) throws InterruptedException {
        if (noLogin) {
            return DemoRun.load(DemoData.read(), parts.url(), Credentials.NONE, terminal);
        }
        // Before what takes long: nobody ever learns it if this is broken off.
        parts.firstPassword().ifPresent(password -> terminal.say("box.first", Housekeeping.FIRST, password));
        try (var keys = new DemoKeys(parts.database())) {
            int code = DemoRun.load(DemoData.read(), parts.url(), keys, terminal);
            DemoAccounts.open(parts.logins(), parts.accounts());
            return code;
        }
    }

    private int withoutDemo(Parts parts) {
        if (!noLogin) {
            DemoAccounts.shut(parts.accounts());
        }
        return 0;
    }

    private int choosePort(Ports ports, Terminal terminal) {
        if (port == null) {
            int chosen = ports.near(DEFAULT_PORT);
            if (chosen != DEFAULT_PORT) {
                terminal.say("port.moved", Integer.toString(DEFAULT_PORT), Integer.toString(chosen));
            }
            return chosen;
        }
        if (!ports.take(port)) {
            throw new CannotStart(
                    terminal.text("port.taken", Integer.toString(port), Integer.toString(ports.near(port + 1))));
        }
        return port;
    }

    private List<String> box(Parts parts, Terminal terminal) {
        var lines = new ArrayList<String>();
        lines.add(terminal.text("box.title"));
        lines.add("");
        for (var key : List.of("box.api", "box.docs", "box.health")) {
            lines.add(terminal.text(key, parts.url()));
        }
        if (noLogin) {
            lines.add(terminal.text("box.income", parts.url()));
        }
        lines.add(terminal.text("box.data", data));
        lines.add(terminal.text("box.stop"));
        lines.add("");
        if (noLogin) {
            lines.add(terminal.text("box.nologin"));
            return lines;
        }
        lines.add(terminal.text("box.login", parts.url()));
        if (demo) {
            lines.add(DemoAccounts.line(terminal));
        } else {
            parts.firstPassword()
                    .ifPresent(password -> lines.add(terminal.text("box.first", Housekeeping.FIRST, password)));
        }
        return lines;
    }

    private static String seconds(long since) {
        return "%.1f".formatted(Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0);
    }
}
