// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.Appeals;
import io.atrium.appeal.HotlineOrders;
import io.atrium.appeal.HotlineOrders.TakeIn;
import io.atrium.appeal.HotlineReport;
import io.atrium.appeal.Rules;
import io.atrium.appeal.domain.HotlineFile;
import io.atrium.appeal.domain.HotlineFile.Problem;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/appeals/import`: orders of the 12345 hotline from a file, for those who raise needs for firms;
/// `/appeals/imports/{key}`: what came of a file of which some rows were left out.
@Controller
class HotlinePages {

    static final String PATH = "/appeals/import";
    private static final String REPORTS = "/appeals/imports/";
    private static final int TAKEN_SHOWN_MAX = 200;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final HotlineOrders orders;
    private final Appeals appeals;
    private final Rules rules;
    private final RequestKeys keys;

    HotlinePages(HotlineOrders orders, Appeals appeals, Rules rules, RequestKeys keys) {
        this.orders = orders;
        this.appeals = appeals;
        this.rules = rules;
        this.keys = keys;
    }

    @GetMapping(PATH)
    PageView ask(Actor actor, Text t) {
        HotlineOrders.requireHand(actor);
        return view(t, form(), List.of());
    }

    @GetMapping(PATH + "/template.csv")
    ResponseEntity<byte[]> template(Actor actor, Text t) {
        HotlineOrders.requireHand(actor);
        return csv("appeal.import.template.file", words(t).template(), t);
    }

    @PostMapping(PATH)
    ModelAndView takeIn(
            Actor actor,
            RequestKey key,
            Text t,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String good)
            throws IOException {
        HotlineOrders.requireHand(actor);
        if (file == null || file.isEmpty()) {
            return view(t, form().wrong(List.of(FieldError.of("file", "appeal.import.file.missing"))), List.of())
                    .refused();
        }
        var report = orders.takeIn(actor, new TakeIn(key, file.getBytes(), !good.isEmpty()));
        if (report.taken().isEmpty()) {
            return view(t, form(), report.problems()).refused();
        }
        return report.refused().isEmpty()
                ? SeeOther.to("/appeals?view=ALL")
                        .saying(Flash.done("appeal.import.done", report.taken().size()))
                : SeeOther.to(REPORTS + key.value());
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

    private PageView view(Text t, Form form, List<Problem> problems) {
        var words = words(t);
        var page = new HotlinePage(form, words.columns(), words.problems(problems));
        return PageView.of("appeal/import", "appeal.import.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("appeal.nav.list", "/appeals"));
    }

    @GetMapping(REPORTS + "{key}")
    PageView report(Actor actor, @PathVariable String key, Text t) {
        var report = found(actor, key);
        var shown = report.taken().stream().limit(TAKEN_SHOWN_MAX).toList();
        var known = appeals.findAll(actor, shown);
        int left = report.taken().size() - shown.size();
        var page = new HotlinePage.Report(
                t.of(
                        "appeal.import.some",
                        report.taken().size(),
                        report.refused().size()),
                words(t).problems(report.problems()),
                REPORTS + key + "/refused.csv",
                shown.stream()
                        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                        .map(each -> new HotlinePage.Taken(
                                "/appeals/" + each.id(), each.need().title(), each.number()))
                        .toList(),
                left == 0 ? "" : t.of("appeal.import.taken.left", left));
        return PageView.of("appeal/imported", "appeal.import.report", page)
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("appeal.nav.list", "/appeals"),
                        Crumb.of("appeal.import.title", PATH));
    }

    @GetMapping(REPORTS + "{key}/refused.csv")
    ResponseEntity<byte[]> refused(Actor actor, @PathVariable String key, Text t) {
        return csv("appeal.import.refused.file", words(t).refused(found(actor, key)), t);
    }

    private HotlineReport found(Actor actor, String key) {
        HotlineOrders.requireHand(actor);
        return Optional.of(key)
                .filter(RequestKey::isWellFormed)
                .flatMap(known -> orders.report(actor, new RequestKey(known)))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private HotlineWords words(Text t) {
        return new HotlineWords(t, rules.current().book());
    }

    private static ResponseEntity<byte[]> csv(String nameKey, byte[] bytes, Text t) {
        var disposition = ContentDisposition.attachment()
                .filename(t.of(nameKey) + ".csv", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(bytes);
    }
}
