package dev.partyline.api.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.partyline.api.config.LogSettings;
import org.slf4j.LoggerFactory;

/** Sets what logback.xml leaves to the configuration: how much of Partyline's own doings is logged, and in which form. */
public final class LogOutput {
    private static final String OWN = "dev.partyline";

    private LogOutput() {}

    public static void set(LogSettings settings) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(OWN).setLevel(Level.toLevel(settings.level()));
        if (settings.json()) {
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.iteratorForAppenders().forEachRemaining(each -> {
                if (each instanceof OutputStreamAppender<ILoggingEvent> appender) {
                    appender.setEncoder(json(context));
                }
            });
        }
    }

    /** Whole messages: what went into them apart would be said twice. */
    private static JsonEncoder json(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }
}
