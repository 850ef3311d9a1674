// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.Rules;
import io.atrium.appeal.pattern.FindingId;
import io.atrium.appeal.pattern.Findings;
import io.atrium.appeal.pattern.NoteId;
import io.atrium.appeal.pattern.NoteSource;
import io.atrium.appeal.pattern.NoteView;
import io.atrium.appeal.pattern.PracticeNotes;
import io.atrium.appeal.pattern.UseNote;
import io.atrium.appeal.pattern.WriteNote;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/practice-notes`: what proved itself, and how often it was used again.
@Controller
class NotePages {

    static final String PATH = "/practice-notes";

    private final PracticeNotes notes;
    private final Findings findings;
    private final Appeals appeals;
    private final Rules rules;
    private final OrganisationNames names;
    private final RequestKeys keys;

    NotePages(
            PracticeNotes notes,
            Findings findings,
            Appeals appeals,
            Rules rules,
            OrganisationNames names,
            RequestKeys keys) {
        this.notes = notes;
        this.findings = findings;
        this.appeals = appeals;
        this.rules = rules;
        this.names = names;
        this.keys = keys;
    }

    @Bean
    static NavItem practiceNotesNavItem() {
        return new NavItem(
                NavGroup.NEEDS,
                "appeal.nav.notes",
                PATH,
                26,
                viewer -> viewer.filter(Findings::mayRead).isPresent());
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        Findings.requireReader(actor);
        var words = query.filter("text");
        var appeals = AppealWords.of(t, rules);
        var rows = notes.list(actor, words, query.offset(), query.size()).stream()
                .map(note -> row(actor, note, appeals, t))
                .toList();
        var table = Table.of(
                        "appeal.note.caption",
                        Empty.nothingYet("appeal.note.none"),
                        0,
                        Column.text("appeal.note.title"),
                        Column.text("appeal.note.applies"),
                        Column.text("appeal.note.action"),
                        Column.text("appeal.note.by"),
                        Column.number("appeal.note.uses"))
                .paged(query, notes.count(actor, words));
        var page = new NotePage(query, List.of(Field.text("text", "appeal.note.search")), table, rows);
        return PageView.of("appeal/notes", "appeal.nav.notes", page).under(crumbs());
    }

    private NotePage.Row row(Actor actor, NoteView note, AppealWords appeals, Text t) {
        return new NotePage.Row(
                note.id().value(),
                note.title(),
                note.applies(),
                note.action().lines().toList(),
                appeals.category(note.category()),
                t.of("appeal.by", note.by(), names.of(t, note.unit())),
                note.uses(),
                notes.maySee(actor, note.source()) ? href(note.source()) : null);
    }

    private static String href(NoteSource source) {
        return switch (source) {
            case NoteSource.OfAppeal(var appeal) -> "/appeals/" + appeal;
            case NoteSource.OfFinding(var finding) -> FindingPages.PATH + "/" + finding;
        };
    }

    /// The page on which a note of a source is written.
    static String writing(NoteSource source) {
        return switch (source) {
            case NoteSource.OfAppeal(var appeal) -> PATH + "/new?appeal=" + appeal;
            case NoteSource.OfFinding(var finding) -> PATH + "/new?finding=" + finding;
        };
    }

    @GetMapping(PATH + "/new")
    PageView ask(Actor actor, @RequestParam Map<String, String> typed) {
        return asking(source(actor, typed), form(source(actor, typed)));
    }

    @PostMapping(PATH)
    ModelAndView write(Actor actor, RequestKey key, @RequestParam Map<String, String> typed) {
        var source = source(actor, typed);
        try {
            notes.write(
                    actor,
                    new WriteNote(
                            key,
                            source,
                            typed.getOrDefault("title", ""),
                            typed.getOrDefault("applies", ""),
                            typed.getOrDefault("action", "")));
            return SeeOther.to(PATH).saying(Flash.done("appeal.note.written"));
        } catch (RefusedException refused) {
            if (refused.refusal().code() == CommonRefusal.NOT_ALLOWED) {
                throw refused;
            }
            return asking(source, form(source).answered(typed).refused(refused.refusal()))
                    .refused();
        }
    }

    @PostMapping(PATH + "/{id}/uses")
    ModelAndView use(
            Actor actor, RequestKey key, @PathVariable NoteId id, @RequestParam(defaultValue = "") String appeal) {
        Findings.requireReader(actor);
        notes.use(actor, new UseNote(key, id, new AppealId(appeal)));
        return SeeOther.to("/appeals/" + appeal).saying(Flash.done("appeal.note.used-said"));
    }

    private Form form(NoteSource source) {
        var origin = switch (source) {
            case NoteSource.OfAppeal(var appeal) -> Field.hidden("appeal", appeal.value());
            case NoteSource.OfFinding(var finding) -> Field.hidden("finding", finding.value());
        };
        return Form.to(
                        PATH,
                        "appeal.note.write",
                        origin,
                        Field.text("title", "appeal.note.title"),
                        Field.of(FieldKind.TEXTAREA, "applies", "appeal.note.applies")
                                .hint("appeal.note.applies.hint"),
                        Field.of(FieldKind.TEXTAREA, "action", "appeal.note.action")
                                .hint("appeal.note.action.hint"))
                .keyed(keys.fresh());
    }

    private static PageView asking(NoteSource source, Form form) {
        return PageView.of("appeal/note-new", "appeal.note.new", new NotePage.New(form, href(source)))
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("appeal.nav.list", "/appeals"),
                        Crumb.of("appeal.nav.notes", PATH));
    }

    /// What the note comes from; only those who may write one of it get so far.
    private NoteSource source(Actor actor, Map<String, String> typed) {
        Findings.requireReader(actor);
        var appeal = Optional.ofNullable(typed.get("appeal"))
                .map(AppealId::new)
                .flatMap(id -> appeals.find(actor, id))
                .filter(found -> PracticeNotes.mayWrite(actor, found))
                .<NoteSource>map(found -> new NoteSource.OfAppeal(found.id()));
        var finding = Optional.ofNullable(typed.get("finding"))
                .map(FindingId::new)
                .flatMap(id -> findings.find(actor, id))
                .filter(found -> PracticeNotes.mayWrite(actor, found.finding()))
                .<NoteSource>map(
                        found -> new NoteSource.OfFinding(found.finding().id()));
        return appeal.or(() -> finding).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static Crumb[] crumbs() {
        return new Crumb[] {Crumb.of("insight.nav.home", "/"), Crumb.of("appeal.nav.list", "/appeals")};
    }
}
