// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Turns well-formed XHTML into PDF (版式文件): A4, tagged for reading aloud (PDF/UA), a bookmark for every `h2`, fonts
/// embedded. Nothing is fetched: pictures are `data:` addresses, the style sheet is `sheet/sheet.css`.
final class SheetPdf {

    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private final SheetFont font = new SheetFont();
    private final String style = style();

    SheetPdf() {
        XRLog.setLoggingEnabled(false);
    }

    byte[] render(String xhtml) {
        var document = parse(xhtml);
        spellOutMissing(document.getDocumentElement());
        var head = (Element) document.getElementsByTagName("head").item(0);
        head.appendChild(element(document, "style", style));
        head.appendChild(bookmarks(document));
        return pdf(document);
    }

    private byte[] pdf(Document document) {
        var output = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(font::regular, SheetFont.FAMILY, NORMAL, FontStyle.NORMAL, true)
                    .useFont(font::bold, SheetFont.FAMILY, BOLD, FontStyle.NORMAL, true)
                    .useUriResolver((_, uri) -> uri.startsWith("data:") ? uri : null)
                    .withProducer("Atrium")
                    .withW3cDocument(document, "")
                    .toStream(output)
                    .run();
            return output.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a sheet cannot be written", e);
        }
    }

    private static Element bookmarks(Document document) {
        var list = document.createElement("bookmarks");
        var headings = document.getElementsByTagName("h2");
        for (int i = 0; i < headings.getLength(); i++) {
            var heading = (Element) headings.item(i);
            heading.setAttribute("id", "section-" + (i + 1));
            var mark = document.createElement("bookmark");
            mark.setAttribute("name", heading.getTextContent().strip());
            mark.setAttribute("href", "#section-" + (i + 1));
            list.appendChild(mark);
        }
        return list;
    }

    private void spellOutMissing(Node node) {
        if (node instanceof Text text) {
            text.setData(font.printable(text.getData()));
        }
        var children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            spellOutMissing(children.item(i));
        }
    }

    private static Element element(Document document, String name, String text) {
        var element = document.createElement(name);
        element.setTextContent(text);
        return element;
    }

    private static Document parse(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the template of a sheet is not well-formed XHTML", e);
        }
    }

    private static String style() {
        try {
            return new ClassPathResource("sheet/sheet.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
