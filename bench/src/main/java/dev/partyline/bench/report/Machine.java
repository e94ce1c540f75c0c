package dev.partyline.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/** The machine that figures come from. */
public final class Machine {
    private Machine() {}

    /** What there is to know, by name, in the order in which it is told. */
    public static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", memory());
        facts.put("system", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        facts.put("java", property("java.vm.name") + " " + property("java.vm.version"));
        facts.put("kafka", AppInfoParser.getVersion());
        facts.put("load before", Double.toString(system().getSystemLoadAverage()));
        return facts;
    }

    private static String memory() {
        return (system().getTotalMemorySize() >> 20) + " MiB";
    }

    private static OperatingSystemMXBean system() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
