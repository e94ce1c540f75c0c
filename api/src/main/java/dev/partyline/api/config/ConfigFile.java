package dev.partyline.api.config;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a configuration file: YAML, with environment variables in its values. */
public final class ConfigFile {
    private ConfigFile() {}

    /**
     * Reads and checks {@code file}.
     *
     * @param environment the process's variables
     * @throws InvalidConfigException with all that is wrong with it, each with its key and how to mend it
     */
    public static ServerConfig read(Path file, Map<String, String> environment) {
        return parse(file.toString(), text(file), environment);
    }

    /** The same of a text; {@code source} is its name in messages. */
    static ServerConfig parse(String source, String text, Map<String, String> environment) {
        List<ConfigFault> faults = new ArrayList<>();
        Map<String, ConfigEntry> written = YamlEntries.of(text, faults);
        Settings settings = new Settings(new Environment(environment).substitute(written, faults));
        addNew(faults, settings.faults());
        if (faults.isEmpty()) {
            ServerConfig config = ServerConfig.of(settings.values());
            ConfigTrial.faults(config).forEach((key, message) -> faults.add(settings.fault(key, message)));
            if (faults.isEmpty()) {
                return config;
            }
        }
        throw new InvalidConfigException(source, faults);
    }

    /** One fault of a key is enough: what comes after it may be its consequence. */
    private static void addNew(List<ConfigFault> faults, List<ConfigFault> more) {
        Set<String> known = faults.stream().map(ConfigFault::key).collect(toSet());
        more.stream().filter(fault -> !known.contains(fault.key())).forEach(faults::add);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            ConfigFault unreadable = new ConfigFault(
                    "", 0, "there is no readable file of that name: copy config.example.yml and edit it");
            throw new InvalidConfigException(file.toString(), List.of(unreadable));
        }
    }
}
