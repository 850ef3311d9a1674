// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/// The font of sheets (文书字体): Noto Sans SC with the General Standard Chinese Characters, from `sheet/` on the class
/// path; `launcher/sheet-font.sh` rebuilds it. A character that it lacks is never dropped: it is written as `〓` with
/// its
/// code point, so that a rare character of a name can still be told.
final class SheetFont {

    static final String FAMILY = "Noto Sans SC";
    private static final String MISSING = "〓";

    private final byte[] regular = read("sheet/NotoSansSC-Regular.ttf");
    private final byte[] bold = read("sheet/NotoSansSC-Bold.ttf");
    private final CmapLookup glyphs = glyphs(regular);

    InputStream regular() {
        return new ByteArrayInputStream(regular);
    }

    InputStream bold() {
        return new ByteArrayInputStream(bold);
    }

    /// The text with every character that the font lacks spelled out.
    String printable(String text) {
        if (text.codePoints().allMatch(this::has)) {
            return text;
        }
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (has(point)) {
                printable.appendCodePoint(point);
            } else {
                printable.append(MISSING).append("(U+").append(code(point)).append(')');
            }
        });
        return printable.toString();
    }

    private boolean has(int point) {
        return Character.isWhitespace(point) || glyphs.getGlyphId(point) > 0;
    }

    private static String code(int point) {
        var digits = HexFormat.of().withUpperCase().toHexDigits(point);
        return digits.replaceFirst("^0{1,4}", "");
    }

    private static CmapLookup glyphs(byte[] font) {
        try (var parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            return parsed.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of sheets cannot be read", e);
        }
    }

    private static byte[] read(String path) {
        try {
            return new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of sheets is missing: " + path, e);
        }
    }
}
