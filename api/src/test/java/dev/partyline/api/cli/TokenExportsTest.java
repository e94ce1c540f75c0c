package dev.partyline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.http.auth.TokenMint;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TokenExportsTest {
    private static final Pattern EXPORT = Pattern.compile("(?m)^export ([A-Z]+)=[\\w-]+\\.([\\w-]+)\\.[\\w-]+$");

    @Test
    void threeTokensCanBePastedIntoAShell() {
        TokenMint mint = new TokenMint("a secret that is known to this test alone");
        List<String> exports = EXPORT.matcher(TokenExports.text(mint, "acme", "ana"))
                .results()
                .map(found -> found.group(1) + " " + claims(found.group(2)))
                .toList();
        assertThat(exports)
                .hasSize(3)
                .allMatch(each -> each.contains("\"workspace\":\"acme\""))
                .satisfiesExactly(
                        each -> assertThat(each).startsWith("INBOX").contains("\"inbox\"", "\"sub\":\"ana\""),
                        each -> assertThat(each).startsWith("OPS").contains("\"scope\":\"ops\""),
                        each -> assertThat(each).startsWith("INGEST").contains("\"scope\":\"ingest\""));
    }

    private static String claims(String encoded) {
        return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
