// SPDX-License-Identifier: Apache-2.0
package io.atrium.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.reference.Route;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Markup that somebody types is shown as they typed it, at once and later, and runs nowhere: every text field of every
/// form, and every parameter of every list.
@AtriumTest
class MarkupTest {

    private static final String TYPED = "x'\"><script>alert(1)</script><b onmouseover=alert(2)>a${7*7}b";
    private static final String FIELDS =
            "input[name]:not([type]), input[name][type=text], input[name][type=search], textarea";

    @Autowired
    private House house;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void whatIsTypedIntoListsStaysText() {
        for (var resident : List.of(house.operator(), house.auditor(), house.officer())) {
            forms(resident, "get");
        }
    }

    @Test
    void whatIsTypedIntoFormsStaysTextAtOnceAndLater() {
        var owner = house.firmOwner();
        forms(owner, "post");
        var browser = house.browser(owner);
        pages().forEach(page -> assertIsText(page, browser.get(page).document()));
    }

    private void forms(Resident resident, String method) {
        var browser = house.browser(resident);
        for (var path : pages()) {
            var page = browser.get(path);
            var forms = page.document().select("main form");
            for (int at = 0; at < forms.size(); at++) {
                if (isOf(forms.get(at), method)) {
                    send(browser, page, forms.get(at));
                }
            }
        }
    }

    private static void send(Browser browser, Browser.Page page, Element form) {
        Map<String, String> typed = new HashMap<>();
        form.select(FIELDS).forEach(field -> typed.put(field.attr("name"), TYPED));
        if (typed.isEmpty()) {
            return;
        }
        var answer = browser.submit(page, form.cssSelector(), typed);
        assertThat(answer.status()).as(form.outerHtml()).isLessThan(500);
        assertIsText(page.path() + " " + form.attr("action"), answer.document());
    }

    private static boolean isOf(Element form, String method) {
        var given = form.attr("method").isEmpty() ? "get" : form.attr("method");
        return given.equalsIgnoreCase(method);
    }

    private static void assertIsText(String where, Document shown) {
        var run = new ArrayList<String>();
        shown.select("script:not([src]), [onmouseover]").forEach(found -> run.add(found.outerHtml()));
        assertThat(run).as(where).isEmpty();
        assertThat(shown.outerHtml()).as(where).doesNotContain("a49b");
    }

    private List<String> pages() {
        return Route.all(mappings).stream()
                .filter(route -> !route.isApi() && route.isRead())
                .filter(route -> route.variables().isEmpty() && !route.path().endsWith("/export"))
                .map(Route::path)
                .toList();
    }
}
