// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.atrium.kernel.AtriumSettings;
import io.atrium.web.text.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Prints drafts (排印): content from the module's template, the frame around it from `jte/files/sheet.jte`.
@Component
class SheetPrinter {

    private static final String FRAME = "files/sheet.jte";

    private final TemplateEngine engine;
    private final AtriumSettings atrium;
    private final SheetSettings settings;
    private final SheetPdf pdf = new SheetPdf();

    SheetPrinter(TemplateEngine engine, AtriumSettings atrium, SheetSettings settings) {
        this.engine = engine;
        this.atrium = atrium;
        this.settings = settings;
    }

    /// The content before it gets a number (正文).
    record SheetContent(Text t, String xhtml, String fingerprint) {}

    /// What issuing adds (编号、版本、日期、核验码).
    record Stamp(String number, int version, LocalDate date, String code) {}

    SheetContent content(SheetDraft draft, Text t) {
        var output = new StringOutput();
        engine.render(draft.template() + ".jte", Map.of("t", t, "page", draft.page()), output);
        var xhtml = output.toString();
        return new SheetContent(
                t, xhtml, sha256(draft.title() + "\n" + draft.holder().name() + "\n" + xhtml));
    }

    byte[] print(SheetDraft draft, SheetContent content, Stamp stamp) {
        var t = content.t();
        var address = address() + "/check/" + stamp.code();
        var frame = new SheetFrame(
                t,
                draft.title(),
                atrium.operatorName(),
                draft.holder().name(),
                stamp.number(),
                stamp.version(),
                stamp.date(),
                new SheetFrame.Check(address, stamp.code(), QrPicture.of(address)),
                SheetFrame.pageWords(t),
                atrium.demo());
        var output = new StringOutput();
        engine.render(
                FRAME,
                Map.of("frame", frame, "content", (gg.jte.Content) body -> body.writeContent(content.xhtml())),
                output);
        return pdf.render(output.toString());
    }

    private String address() {
        var fixed = settings.address();
        return fixed != null
                ? fixed.replaceFirst("/+$", "")
                : ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
