package io.promo.dispatch.audience;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said to somebody whose file is not what is read here: what it is, and how to get it right. */
@ManagerTest
class ImportRefusalsTest {

    private static final String CSV = "user_id,name\n" + UUID.randomUUID() + ",Ann\n";

    @Autowired
    Api api;

    @Test
    void shouldNameTheSeparatorThatIsNoComma() {
        assertThat(refusal("user_id;name\n"))
                .isEqualTo("header separates its columns by semicolons; separate them by commas");
        assertThat(refusal("user_id\tname\temail\n"))
                .isEqualTo("header separates its columns by tabs; separate them by commas");
        assertThat(refusal("user_id|name\n"))
                .isEqualTo("header separates its columns by vertical bars; separate them by commas");
    }

    @Test
    void shouldShowWhatCannotBeSeenInARejectedHeader() {
        assertThat(refusal("user_id,na\u200Bme\n")).startsWith("header has an unknown column 'naU+200Bme'; possible");
        assertThat(refusal("user_id,first\u00A0name\n")).startsWith("header has an unknown column 'firstU+00A0name'");
        assertThat(refusal("user_id,na\u202Eme\n")).startsWith("header has an unknown column 'naU+202Eme'");
        assertThat(refusal("user_id,\"na\nme\"\n")).isEqualTo("header contains a line break");
        assertThat(refusal("user_id,name\r" + UUID.randomUUID() + ",Ann\r"))
                .isEqualTo("header has a carriage return without a line feed; end lines with LF or CRLF");
    }

    @Test
    void shouldSayWhatKindOfFileItIs() throws IOException {
        assertThat(refusal(gzip())).isEqualTo("body is a gzip archive; unpack it and import the CSV file in it");
        assertThat(refusal(zip()))
                .isEqualTo("body is a ZIP archive or an Excel workbook; import a CSV file, as a spreadsheet saves it"
                        + " with CSV UTF-8, comma separated");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))
                .startsWith("body is an Excel workbook");
    }

    @Test
    void shouldRecogniseOtherEncodings() {
        String utf16 = "body is UTF-16; save it as UTF-8";
        assertThat(refusal(CSV.getBytes(UTF_16LE))).isEqualTo(utf16);
        assertThat(refusal(("\uFEFF" + CSV).getBytes(UTF_16LE))).isEqualTo(utf16);
        assertThat(refusal(CSV.getBytes(Charset.forName("UTF-16BE")))).isEqualTo(utf16);
        assertThat(refusal("user_id,n\u00e4me\n".getBytes(ISO_8859_1)))
                .isEqualTo("header contains bytes that are not UTF-8");
    }

    @Test
    void shouldReadUtf8AndRefuseADeclarationOfAnythingElse() {
        assertThat(typed("text/csv; charset=UTF-8").status()).isEqualTo(200);
        assertThat(typed("text/csv;charset=\"utf-8\";header=present").status()).isEqualTo(200);
        for (String other : new String[] {"iso-8859-1", "windows-1252"}) {
            Answer answer = typed("text/csv; charset=" + other);
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.body().get("detail").asString())
                    .isEqualTo("Content-Type says charset=" + other
                            + "; only UTF-8 is read: save the file as UTF-8 and leave the charset out");
        }
        assertThat(typed("text/csv; charset=x-unheard-of").status()).isEqualTo(415);
    }

    @Test
    void shouldRefuseAHeaderAloneOrOneOfThousandsOfColumns() {
        assertThat(refusal("user_id,name" + ",".repeat(16_370) + "\n"))
                .isEqualTo("header has 16372 columns; no file of customers has so many");
        assertThat(refusal("user_id,name" + ",x".repeat(20_000) + "\n")).startsWith("header is longer than 16384");
        assertThat(refusal("user_id\n")).startsWith("header must name user_id, name; it names user_id");
    }

    private Answer typed(String contentType) {
        return api.postCsv("/audience/import?dryRun=true", CSV.getBytes(UTF_8), contentType);
    }

    private String refusal(String csv) {
        return refusal(csv.getBytes(UTF_8));
    }

    private String refusal(byte[] file) {
        Answer answer = api.postCsv("/audience/import", file);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        return answer.body().get("detail").asString();
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(CSV.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
