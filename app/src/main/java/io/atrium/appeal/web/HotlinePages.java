// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.Appeals;
import io.atrium.appeal.HotlineOrders;
import io.atrium.appeal.HotlineOrders.TakeIn;
import io.atrium.appeal.HotlineReport;
import io.atrium.appeal.domain.HotlineColumn;
import io.atrium.appeal.domain.HotlineFile;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.UploadLimit;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/appeals/import`: orders of the 12345 hotline from a file, for those who raise needs for firms.
@Controller
class HotlinePages {

    static final String PATH = "/appeals/import";
    private static final int PROBLEMS_SHOWN_MAX = 500;

    private final HotlineOrders orders;
    private final RequestKeys keys;

    HotlinePages(HotlineOrders orders, RequestKeys keys) {
        this.orders = orders;
        this.keys = keys;
    }

    @GetMapping(PATH)
    PageView ask(Actor actor, Text t) {
        requireHand(actor);
        return view(t, form(), List.of());
    }

    @PostMapping(PATH)
    ModelAndView takeIn(
            Actor actor,
            RequestKey key,
            Text t,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String good)
            throws IOException {
        requireHand(actor);
        if (file == null || file.isEmpty()) {
            return view(t, form().wrong(List.of(FieldError.of("file", "appeal.import.file.missing"))), List.of())
                    .refused();
        }
        var report = orders.takeIn(actor, new TakeIn(key, file.getBytes(), !good.isEmpty()));
        if (report.taken().isEmpty()) {
            return view(t, form(), problems(report, t)).refused();
        }
        return SeeOther.to("/appeals?view=ALL")
                .saying(Flash.done(
                        "appeal.import.done",
                        report.taken().size(),
                        report.rows() - report.taken().size()));
    }

    private static void requireHand(Actor actor) {
        if (!Appeals.raisesForOthers(actor)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.RAISE_APPEAL.name()));
        }
    }

    private Form form() {
        var limit = new UploadLimit(".csv,text/csv", HotlineFile.BYTES_MAX, 1);
        return Form.to(
                        PATH,
                        "appeal.import.submit",
                        Field.upload("file", "appeal.import.file", limit).hint("appeal.import.file.hint"),
                        Field.of(FieldKind.CHECKBOXES, "good", "appeal.import.good")
                                .options(List.of(Option.key("true", "appeal.import.good.choice")))
                                .optional())
                .keyed(keys.fresh());
    }

    private static PageView view(Text t, Form form, List<HotlinePage.Problem> problems) {
        var columns = Arrays.stream(HotlineColumn.values())
                .map(column -> t.of("appeal.import.column." + need(column), column.in(t.lang())))
                .toList();
        return PageView.of("appeal/import", "appeal.import.title", new HotlinePage(form, columns, problems))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("appeal.nav.list", "/appeals"));
    }

    private static String need(HotlineColumn column) {
        if (column.isOfPast()) {
            return "past";
        }
        return column.isNeeded() ? "needed" : "optional";
    }

    private static List<HotlinePage.Problem> problems(HotlineReport report, Text t) {
        return report.problems().stream()
                .limit(PROBLEMS_SHOWN_MAX)
                .map(problem -> {
                    var column = problem.column();
                    var value = problem.value();
                    return new HotlinePage.Problem(
                            problem.line() == 0 ? "—" : String.valueOf(problem.line()),
                            column == null ? "—" : column.in(t.lang()),
                            t.of("appeal.import.fault", problem.fault()),
                            value == null ? "" : value);
                })
                .toList();
    }
}
