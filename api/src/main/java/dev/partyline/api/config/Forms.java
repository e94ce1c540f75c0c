package dev.partyline.api.config;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** What texts of a configuration must look like. A setting that is not there passes. */
final class Forms {
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])" + ":([0-9]{1,5})");
    private static final Set<String> WEB = Set.of("http", "https");

    private Forms() {}

    static Validator hostAndPort() {
        return form("Not of the form host:port", Forms::isHostAndPort);
    }

    /** One or more, separated by commas. */
    static Validator hostsAndPorts() {
        return form("Not of the form host:port,host:port", text -> all(text, Forms::isHostAndPort));
    }

    static Validator url() {
        return form("Not http(s)://host/path without user or password", Forms::isUrl);
    }

    /** One or more base URLs, separated by commas. Credentials in them would be shown wherever the URL is. */
    static Validator urls() {
        return form("Not http(s)://host:port without user or password", text -> all(text, Forms::isUrl));
    }

    /** What may stand in names of topics and consumer groups. */
    static Validator name() {
        Pattern name = Pattern.compile("[A-Za-z0-9._-]{1,150}");
        return form(
                "Only letters, digits, dot, underscore and hyphen are allowed",
                text -> name.matcher(text).matches());
    }

    static Validator region() {
        return form(
                "Not a country's two letters, such as US",
                text -> PhoneNumberUtil.getInstance().getSupportedRegions().contains(text));
    }

    /** Long enough not to be guessed. Says nothing of what it was. */
    static Validator secret(int shortest) {
        return (name, value) -> {
            if (value instanceof Password secret && secret.value().length() < shortest) {
                throw new ConfigException(name, value, "Shorter than " + shortest + " characters");
            }
        };
    }

    private static boolean all(String text, Predicate<String> form) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(form);
    }

    private static boolean isHostAndPort(String text) {
        Matcher matcher = HOST_AND_PORT.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        int port = Integer.parseInt(matcher.group(1));
        return port > 0 && port <= HIGHEST_PORT;
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getScheme() != null
                    && WEB.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Validator form(String complaint, Predicate<String> form) {
        return (String name, @Nullable Object value) -> {
            if (value instanceof String text && !form.test(text)) {
                throw new ConfigException(name, value, complaint);
            }
        };
    }
}
