package dev.partyline.api.cli;

import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** The versions of Partyline, of the Kafka in it and of the Java beneath it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String own = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "partyline " + (own == null ? "(not from a jar)" : own),
            "kafka " + AppInfoParser.getVersion() + ", java " + Runtime.version()
        };
    }
}
