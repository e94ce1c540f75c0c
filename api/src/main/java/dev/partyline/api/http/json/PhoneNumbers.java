package dev.partyline.api.http.json;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.partyline.schemas.Ids;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people write them, brought to their normal form (DESIGN 2). What is in normal form already stays as it is:
 * a number is known by its form, not by a numbering plan.
 */
public final class PhoneNumbers {
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Z}\\p{Pd}.()]");
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9]+");

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    private final @Nullable String region;

    /**
     * @param region two-letter country in whose way numbers without a + are written; empty: such are short codes or
     *     nothing
     * @throws IllegalArgumentException when no such country has a numbering plan
     */
    public PhoneNumbers(Optional<String> region) {
        this.region = region.map(code -> code.toUpperCase(Locale.ROOT)).orElse(null);
        if (this.region != null && !plans.getSupportedRegions().contains(this.region)) {
            throw new IllegalArgumentException(
                    "region: no country has the code " + this.region + ": give two letters, such as US");
        }
    }

    /** The normal form of what somebody wrote; empty when it is no number. */
    public Optional<String> normalise(String written) {
        String digits = PUNCTUATION.matcher(written).replaceAll("");
        if (!WRITTEN.matcher(digits).matches()) {
            return Optional.empty();
        }
        if (Ids.isNumber(written)) {
            return Optional.of(written);
        }
        return byPlan(written, digits).or(() -> Optional.of(digits)).filter(Ids::isNumber);
    }

    /** By the country's numbering plan, which knows prefixes like 00 and the (0) of +44 (0)20; empty if it has none. */
    private Optional<String> byPlan(String written, String digits) {
        if (region == null && !digits.startsWith("+")) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = plans.parse(written, region);
            return plans.isPossibleNumber(number)
                    ? Optional.of(plans.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty(); // no plan knows it: its form alone decides
        }
    }
}
