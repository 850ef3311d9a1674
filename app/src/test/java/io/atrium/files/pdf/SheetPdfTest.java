// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a sheet is made of, read back with PDFBox.
class SheetPdfTest {

    private static final String XHTML = """
            <html lang="zh-CN"><head><title>判定书</title><meta name="description" content="判定书" /></head>
            <body><h1>判定书</h1><h2>逐条判定</h2><p>上海澄湖科技有限公司 核定金额 180,000.00 元 ＜合计＞ ① ½ é</p>
            <h2>金额怎么算</h2><table><tr><th scope="row">比例</th><td>30%</td></tr></table></body></html>
            """;

    private final SheetPdf pdf = new SheetPdf();

    @Test
    @Tag("PDF-2")
    void isA4AndTaggedWithTitleLanguageAndBookmarks() throws IOException {
        try (var read = Loader.loadPDF(pdf.render(XHTML))) {
            var catalog = read.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("zh-CN");
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("判定书");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(bookmarks(read)).containsExactly("逐条判定", "金额怎么算");
            var size = read.getPage(0).getMediaBox();
            assertThat(Math.round(size.getWidth())).isEqualTo(Math.round(PDRectangle.A4.getWidth()));
            assertThat(Math.round(size.getHeight())).isEqualTo(Math.round(PDRectangle.A4.getHeight()));
        }
    }

    @Test
    @Tag("PDF-2")
    void everyFontIsEmbeddedAndItsTextComesBack() throws IOException {
        try (var read = Loader.loadPDF(pdf.render(XHTML))) {
            for (var page : read.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("NotoSansSC");
                }
            }
            assertThat(text(read)).contains("上海澄湖科技有限公司", "180,000.00 元", "＜合计＞", "①", "½", "é");
        }
    }

    @Test
    @Tag("PDF-2")
    void rareCharactersOfNamesComeBack() throws IOException {
        var names = "喆堃淼昇璟瑄珺镕㛃䶮";
        try (var read = Loader.loadPDF(pdf.render(XHTML.replace("上海澄湖", names)))) {
            assertThat(text(read)).contains(names);
        }
    }

    @Test
    void aCharacterThatTheFontLacksIsSpelledOut() throws IOException {
        try (var read = Loader.loadPDF(pdf.render(XHTML.replace("澄湖", "\uD869\uDEA5湖")))) {
            assertThat(text(read)).contains("上海〓(U+2A6A5)湖科技有限公司");
        }
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        var picture =
                "<img src=\"http://127.0.0.1:1/x.png\" alt=\"x\" /><img src=\"file:///etc/hostname\" alt=\"x\" />";
        assertThat(pdf.render(XHTML.replace("<h2>逐条判定", picture + "<h2>逐条判定"))).isNotEmpty();
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static List<String> bookmarks(PDDocument document) {
        var titles = new ArrayList<String>();
        document.getDocumentCatalog().getDocumentOutline().children().forEach(item -> titles.add(item.getTitle()));
        return titles;
    }
}
