// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One person at a browser: opens pages, and looks at each for what should not be there.
final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Reader reader;
    private final String root;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Reader reader) {
        this.reader = reader;
        var browser = Chromium.get();
        root = RunningAtrium.get().root();
        context = browser.newContext(reader.context());
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(reader.address(root, path));
        return this;
    }

    /// As [#open], for a page that answers with an error on purpose: the browser's remark about it is no complaint.
    Visitor openRefused(String path) {
        open(path);
        complaints.removeIf(complaint -> complaint.contains("Failed to load resource"));
        return this;
    }

    /// Checks what everybody may expect of the page, and keeps a picture of it.
    Visitor look(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(reader.toString()).resolve(name + ".png")));
        assertThat(Axe.findings(page)).as("accessibility of %s for %s", page.url(), reader).isEmpty();
        assertThat(complaints).as("console of %s for %s", page.url(), reader).isEmpty();
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo(reader.lang());
        assertThat(page.locator("h1").count()).as("one h1 on %s", page.url()).isEqualTo(1);
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits a screen of %d pixels", page.url(), reader.width())
                .isTrue();
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
