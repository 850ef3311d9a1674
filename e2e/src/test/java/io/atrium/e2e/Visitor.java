// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ScreenshotType;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One person at a browser: opens pages, and looks at each for what should not be there.
final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /// Chromium draws no taller picture.
    private static final int PICTURE_HEIGHT_MAX = 16_384;

    private static final int TABS_MAX = 200;

    /// In sight, and drawn with an outline.
    private static final String IS_FOCUS_VISIBLE = """
            () => {
              const box = document.activeElement.getBoundingClientRect();
              const style = getComputedStyle(document.activeElement);
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              return style.outlineStyle !== 'none' && box.bottom > 0 && box.top < innerHeight
                && (top === null || document.activeElement.contains(top) || top.contains(document.activeElement)
                  || top.closest('label') !== null);
            }""";

    /// What every page keeps to, asked at once: a question to the browser takes milliseconds.
    private static final String MANNERS = """
            lang => Object.entries({
              'its language is that of the reader': document.documentElement.lang === lang,
              'it has one h1': document.querySelectorAll('h1').length === 1,
              'the order of focus is what one sees':
                !document.querySelector("[tabindex]:not([tabindex='0']):not([tabindex='-1'])"),
              'it fits the width of the screen': document.documentElement.scrollWidth <= innerWidth,
            }).filter(([, holds]) => !holds).map(([rule]) => 'not true: ' + rule)""";

    private final Reader reader;
    private final String root;
    private final BrowserContext context;
    private final Page page;
    private final Structures structures;
    private final List<String> complaints = new ArrayList<>();
    private int answered;

    Visitor(Reader reader) {
        this(reader, reader.context());
    }

    Visitor(Reader reader, Browser.NewContextOptions options) {
        this.reader = reader;
        var browser = Chromium.get();
        structures = new Structures(reader);
        root = RunningAtrium.get().root();
        context = browser.newContext(options);
        page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onResponse(this::receive);
        page.onPageError(complaints::add);
    }

    /// The status of the page that was opened last.
    int answered() {
        return answered;
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(reader.address(root, path));
        return this;
    }

    boolean shows(String selector) {
        return page.locator(selector).count() > 0;
    }

    /// Sends the form with this action as it is filled in.
    void submit(String action) {
        sent(page.locator("form[method=post][action='" + action + "'] button[type=submit]:not([formaction])"));
    }

    /// Moves the focus on until it is where the selector says, as somebody without a mouse does.
    Visitor tabTo(String selector) {
        for (int presses = 0; presses < TABS_MAX; presses++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                assertThat((boolean) page.evaluate(IS_FOCUS_VISIBLE))
                        .as("focus on %s of %s can be seen", selector, page.url())
                        .isTrue();
                return this;
            }
        }
        throw new AssertionError("no way by keyboard to " + selector + " on " + page.url());
    }

    /// Presses a key that leads to another page.
    Visitor pressAndGo(String key) {
        page.waitForNavigation(() -> page.keyboard().press(key));
        return this;
    }

    Visitor press(String key) {
        page.keyboard().press(key);
        return this;
    }

    boolean hasFocus(String selector) {
        return (boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    Visitor type(String words) {
        page.keyboard().type(words);
        return this;
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    /// Signs in as one of the invented people.
    Visitor signIn(String login) {
        open("/sign-in");
        page.locator("input[name=login]:not([type=hidden])").fill(login);
        page.locator("input[name=password]:not([type=hidden])")
                .fill(RunningAtrium.get().demoPassword());
        sent(page.locator("form:has(input[name=login]:not([type=hidden])) button[type=submit]"));
        assertThat(page.url()).as("signed in as %s", login).doesNotContain("sign-in");
        return this;
    }

    /// Checks what everybody may expect of the page; `./atrium prove axe` keeps a picture of it.
    Visitor look(String name) {
        assertThat(answered).as("status of %s", page.url()).isLessThan(400);
        return inspect(name);
    }

    /// As [#look], for a page that says no.
    Visitor lookAtRefusal(String name) {
        assertThat(answered).as("status of %s", page.url()).isBetween(400, 499);
        return inspect(name);
    }

    private Visitor inspect(String name) {
        if (structures.isNew(page)) {
            if (Structures.IS_PROOF) {
                keepAPicture(name);
            }
            assertThat(Axe.findings(page, structures.familiar()))
                    .as("accessibility of %s for %s", page.url(), reader)
                    .isEmpty();
            if (reader.lang().equals("zh-CN")) {
                assertThat(TextSpacing.findings(page))
                        .as("text cut off on %s for %s who needs more space", page.url(), reader)
                        .isEmpty();
            }
        }
        assertThat(complaints).as("console of %s for %s", page.url(), reader).isEmpty();
        assertThat(manners()).as("%s for %s", page.url(), reader).isEmpty();
        return this;
    }

    @SuppressWarnings("unchecked") // the script returns an array of strings
    private List<String> manners() {
        return (List<String>) page.evaluate(MANNERS, reader.lang());
    }

    private void keepAPicture(String name) {
        int height = Math.min(PICTURE_HEIGHT_MAX, (int) page.evaluate("document.documentElement.scrollHeight"));
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setClip(0, 0, reader.width(), height)
                .setType(ScreenshotType.JPEG)
                .setPath(SCREENSHOTS.resolve(reader.toString()).resolve(name + ".jpg")));
    }

    private void sent(Locator button) {
        page.waitForNavigation(button::click);
    }

    /// Failed requests are heard of by their responses.
    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text() + " at " + message.location());
        }
    }

    private void receive(Response response) {
        if (response.request().isNavigationRequest()) {
            answered = response.status();
        } else if (response.status() >= 400) {
            complaints.add(response.status() + " for " + response.url());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
