// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.AdminRefusal;
import io.atrium.admin.CodeVersions;
import io.atrium.admin.Version;
import io.atrium.admin.VersionId;
import io.atrium.admin.VersionOutcome;
import io.atrium.admin.VersionState;
import io.atrium.admin.Versions;
import io.atrium.admin.domain.CodeEdit;
import io.atrium.admin.domain.CodeEdit.Problem;
import io.atrium.admin.domain.CodeList;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.kernel.codes.CodeTable;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.Seen;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/code-table-versions/{id}`: a draft is edited by form or file, reviewed by a second person, published; the effects
/// stand beside it.
@Controller
class CodeVersionPages {

    private static final String PAGE = "/code-table-versions/{id}";

    private final CodeVersions versions;
    private final CodeTablePages tables;
    private final VersionSteps steps;
    private final BusinessClock clock;
    private final RequestKeys keys;

    CodeVersionPages(
            CodeVersions versions, CodeTablePages tables, VersionSteps steps, BusinessClock clock, RequestKeys keys) {
        this.versions = versions;
        this.tables = tables;
        this.steps = steps;
        this.clock = clock;
        this.keys = keys;
    }

    /// What a page is about: the version, what it is compared with, the entry that is being changed, the forms as
    /// answered.
    private record View(
            VersionId id, String against, @Nullable String code, UnaryOperator<Form> answered) {

        static View of(VersionId id, UnaryOperator<Form> answered) {
            return new View(id, VersionSteps.NOW, null, answered);
        }
    }

    private record Asked(Actor actor, Text t, RequestKey key, VersionId id) {}

    @GetMapping(PAGE)
    PageView show(
            Actor actor,
            Text t,
            @PathVariable VersionId id,
            @RequestParam(defaultValue = VersionSteps.NOW) String against,
            @RequestParam(required = false) @Nullable String code) {
        return page(actor, t, new View(id, against, code, UnaryOperator.identity()));
    }

    @GetMapping(PAGE + "/export")
    ResponseEntity<byte[]> export(
            Actor actor, Text t, ListQuery query, SheetFormat format, @PathVariable VersionId id) {
        actor.require(Permission.MANAGE_REFERENCE);
        var version = find(actor, id);
        return tables.file(tables.find(version.subject().name()), version.content(), new SheetAsk(format, query, t));
    }

    @PostMapping(PAGE + "/entries")
    ModelAndView put(
            Actor actor, Text t, RequestKey key, @PathVariable VersionId id, @RequestParam Map<String, String> typed) {
        var table = tables.find(find(actor, id).subject().name());
        var asked = new Asked(actor, t, key, id);
        return edit(asked, CodeForms.typed(typed, table), "/entries", form -> form.answered(typed));
    }

    @PostMapping(PAGE + "/file")
    ModelAndView take(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable VersionId id,
            @RequestParam(CodeForms.FILE) MultipartFile file)
            throws IOException {
        var table = tables.find(find(actor, id).subject().name());
        var asked = new Asked(actor, t, key, id);
        return edit(asked, CodeForms.handedIn(file.getBytes(), table), "/file", UnaryOperator.identity());
    }

    @PostMapping(PAGE + "/review")
    ModelAndView submit(Actor actor, RequestKey key, @PathVariable VersionId id) {
        return steps.move(asked(actor, key, id), VersionState.IN_REVIEW);
    }

    @PostMapping(PAGE + "/return")
    ModelAndView sendBack(Actor actor, RequestKey key, @PathVariable VersionId id) {
        return steps.move(asked(actor, key, id), VersionState.DRAFT);
    }

    @PostMapping(PAGE + "/discard")
    ModelAndView discard(Actor actor, RequestKey key, @PathVariable VersionId id) {
        return steps.move(asked(actor, key, id), VersionState.DISCARDED);
    }

    @PostMapping(PAGE + "/publication")
    ModelAndView publish(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable VersionId id,
            Seen seen,
            @RequestParam Map<String, String> typed) {
        return steps.publish(asked(actor, key, id), seen, typed, answered -> page(actor, t, View.of(id, answered)));
    }

    private VersionSteps.Asked<CodeList> asked(Actor actor, RequestKey key, VersionId id) {
        return new VersionSteps.Asked<>(actor, key, versions, id, CodeTablePages.path(id));
    }

    private ModelAndView edit(Asked asked, CodeForms.Reading reading, String form, UnaryOperator<Form> answered) {
        var edit = reading.edit();
        if (edit == null) {
            return wrong(asked, form, answered, reading.errors());
        }
        var outcome = versions.edit(asked.actor(), asked.key(), new Versions.Edit<>(asked.id(), edit));
        if (outcome instanceof VersionOutcome.Refused(var refusal)
                && refusal.code() == AdminRefusal.VERSION_EDIT_IMPOSSIBLE) {
            return wrong(asked, form, answered, List.of(error(refusal, form)));
        }
        return VersionSteps.answer(outcome, CodeTablePages::path, "admin.calendar.flash.edited");
    }

    private static FieldError error(Refusal refusal, String form) {
        var problem = Problem.valueOf(String.valueOf(refusal.facts().get("problem")));
        var field = switch (problem) {
            case CODE_MALFORMED, CODE_UNKNOWN, TOO_MANY -> "code";
            case WORD_MISSING, WORD_TOO_LONG, WORD_TAKEN -> "zh";
            case FIGURE_OUT_OF_RANGE, FIGURES_NOT_RISING -> "number";
            case MAY_NOT_END -> "lastDay";
        };
        var code = String.valueOf(refusal.facts().get("code"));
        var key = "admin.codes.wrong." + problem;
        return form.equals("/file")
                ? FieldError.of(CodeForms.FILE, key + ".in-file", code, CodeEdit.FIGURE_MAX)
                : FieldError.of(field, key, code, CodeEdit.FIGURE_MAX);
    }

    private PageView wrong(Asked asked, String action, UnaryOperator<Form> answered, List<FieldError> errors) {
        UnaryOperator<Form> told =
                form -> form.action().endsWith(action) ? answered.apply(form).wrong(errors) : form;
        return page(asked.actor(), asked.t(), View.of(asked.id(), told)).refused();
    }

    private Version<CodeList> find(Actor actor, VersionId id) {
        return versions.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private PageView page(Actor actor, Text t, View view) {
        var version = find(actor, view.id());
        var table = tables.find(version.subject().name());
        var path = CodeTablePages.path(view.id());
        boolean isDraft = version.state() == VersionState.DRAFT;
        var views = new CodeViews(table, clock.today(), t);
        var rows = views.rows(version.content(), code -> isDraft ? path + "?code=" + code + "#entry" : null);
        var other = versions.content(actor, table.name(), view.against()).orElse(version.content());
        var shown = new VersionSteps.Shown<>(
                path, versions.of(actor, table.name()), view.against(), versions.contentOf(version), view.answered());
        var page = new CodeVersionPage(
                steps.head(actor, version, shown, t),
                table.shape().hasFigures(),
                views.changes(other, version.content()),
                views.unlisted(version.content()),
                CodeTablePage.table(table, rows.size(), isDraft),
                rows,
                isDraft ? forms(version, table, view, t) : null,
                path + "/export?format=csv");
        return PageView.of(
                        "admin/code-version",
                        "admin.codes.version.title",
                        page,
                        t.of(table.messageKey() + ".title"),
                        version.number())
                .under(
                        Crumb.of("admin.codes.title", CodeTablePages.PAGE),
                        Crumb.of(table.messageKey() + ".title", CodeTablePages.PAGE + "/" + table.name()));
    }

    private CodeVersionPage.Forms forms(Version<CodeList> version, CodeTable table, View view, Text t) {
        var path = CodeTablePages.path(version.id());
        var chosen =
                view.code() == null ? null : version.content().find(view.code()).orElse(null);
        var entry = CodeForms.entry(path, table, version.content(), chosen, t, keys.fresh());
        return new CodeVersionPage.Forms(
                view.answered().apply(entry), view.answered().apply(CodeForms.file(path, keys.fresh())));
    }
}
