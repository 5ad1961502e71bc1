package linxi.allinone;

import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind the {@code linxi} launcher script. */
@Command(
        name = "linxi",
        description = "Linxi tracker: from lots to household income.",
        mixinStandardHelpOptions = true,
        version = "linxi 1.0.0",
        subcommands = {
            Up.class,
            Demo.class,
            Verify.class,
            RebuildViews.class,
            Feed.class,
            Export.class,
            Import.class,
            Train.class
        })
public final class Main {
    private Main() {}

    public static void main(String... args) {
        // Axon would call home at start; the services set this too when they run alone.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        // Both services would set up the one log of the process anew, at the same moment; logback.xml has done it.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // What logs while logging is set up needs no words on the terminal.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // Tomcat logs through the JDK, whose own handler would write on the terminal.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        int code = new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .execute(args);
        System.exit(code);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CannotStart expected) {
            command.getErr().println(expected.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
