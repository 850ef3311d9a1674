// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.web.component.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// What a controller answers with (页面): a template, the key of its title, and the record that the template shows.
///
/// ```java
/// return PageView.of("voucher/list", "voucher.list.title", new VoucherListPage(…)).under(Crumb.of("…", "/…"));
/// ```
/// The template declares the parameters it wants: `PageFrame frame`, `Text t`, and its record as `page`.
public final class PageView extends ModelAndView {

    /// Model names; a template's parameters have the same.
    public static final String PAGE = "page";
    public static final String HEADING = "atrium.heading";

    /// The title, the path above it, whether the page brings an error with it, and the pages of the list it shows.
    public record Heading(
            Crumb title,
            List<Crumb> crumbs,
            boolean isRefused,
            @Nullable Pager pager) {}

    private final String template;
    private final Heading heading;
    private final Object page;

    private PageView(String template, Heading heading, Object page) {
        super(template);
        this.template = template;
        this.heading = heading;
        this.page = page;
        addObject(PAGE, page);
        addObject(HEADING, heading);
    }

    public static PageView of(String template, String titleKey, Object page, Object... titleArguments) {
        return new PageView(
                template,
                new Heading(
                        Crumb.of(titleKey, "", titleArguments),
                        List.of(),
                        false,
                        Pager.in(page).orElse(null)),
                page);
    }

    /// The pages above this one, outermost first.
    public PageView under(Crumb... crumbs) {
        var above = new PageView(
                template, new Heading(heading.title(), List.of(crumbs), heading.isRefused(), heading.pager()), page);
        above.setStatus(getStatus());
        return above;
    }

    /// The same page with what was wrong: status 422, and the title says so.
    public PageView refused() {
        var refused =
                new PageView(template, new Heading(heading.title(), heading.crumbs(), true, heading.pager()), page);
        refused.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return refused;
    }

    /// The same page with both versions of a form that was overtaken: status 409.
    public PageView overtaken() {
        var page = refused();
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    public PageView status(HttpStatus status) {
        setStatus(status);
        return this;
    }
}
