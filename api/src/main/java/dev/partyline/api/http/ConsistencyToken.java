package dev.partyline.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Stands for a change that was submitted. Opaque to callers, who give it back to read no earlier state than the change
 * made; it proves nothing and opens nothing.
 *
 * @param version that the change gave its workspace; 0 while it was not decided
 */
record ConsistencyToken(String workspaceId, String changeId, long version) {
    /** Longest text of a token: two ids at their longest, and what stands around them. */
    private static final int LONGEST = 400;

    private static final String FORMAT = "1";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int PARTS = 5;

    /** Reads what {@link #toString} wrote; empty: it is nothing that was given out. */
    static Optional<ConsistencyToken> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            List<String> parts = List.of(plain.split("\\|", -1));
            if (parts.size() != PARTS || !NUMBER.matcher(parts.get(3)).matches()) {
                return Optional.empty();
            }
            ConsistencyToken token = new ConsistencyToken(parts.get(1), parts.get(2), Long.parseLong(parts.get(3)));
            return Optional.of(token).filter(read -> read.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not Base64; the caller of the API is told what it must be
        }
    }

    @Override
    public String toString() {
        String content = String.join("|", FORMAT, workspaceId, changeId, String.valueOf(version));
        CRC32C sum = new CRC32C();
        sum.update(content.getBytes(StandardCharsets.US_ASCII));
        String whole = content + '|' + Long.toHexString(sum.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.getBytes(StandardCharsets.US_ASCII));
    }
}
