// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.files.Attachment;
import io.atrium.files.Attachments;
import io.atrium.files.FileId;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.premises.ActOnStep;
import io.atrium.premises.Buildings;
import io.atrium.premises.MoveId;
import io.atrium.premises.MovePaper;
import io.atrium.premises.MovePapers;
import io.atrium.premises.MoveView;
import io.atrium.premises.Moves;
import io.atrium.premises.RoomId;
import io.atrium.premises.StepAct;
import io.atrium.premises.StepActView;
import io.atrium.premises.StepId;
import io.atrium.premises.StepState;
import io.atrium.premises.StepView;
import io.atrium.premises.WithdrawMove;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Bilingual;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/moves/{id}`: a move with all of its steps, what the reader may do with them, and what was done.
@Controller
class MovePages {

    private final Moves moves;
    private final Buildings buildings;
    private final MoveForms forms;
    private final MovePapers papers;
    private final Attachments attachments;
    private final OrganisationNames names;
    private final Dues dues;
    private final WorkingCalendar calendar;

    MovePages(
            Moves moves,
            Buildings buildings,
            MoveForms forms,
            MovePapers papers,
            Attachments attachments,
            OrganisationNames names,
            Dues dues,
            WorkingCalendar calendar) {
        this.moves = moves;
        this.buildings = buildings;
        this.forms = forms;
        this.papers = papers;
        this.attachments = attachments;
        this.names = names;
        this.dues = dues;
        this.calendar = calendar;
    }

    @GetMapping(MoveListPages.PATH + "/{id}")
    PageView show(Actor actor, @PathVariable MoveId id, Text t) {
        return view(actor, t, found(actor, id), null);
    }

    @PostMapping("/move-steps/{id}/acts")
    ModelAndView act(
            Actor actor,
            RequestKey key,
            @PathVariable StepId id,
            Text t,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files)
            throws IOException {
        actor.require(Permission.READ_MOVE);
        var move = moves.findByStep(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var step = move.steps().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        var act = MoveListPages.value(StepAct.values(), typed.getFirst(MoveForms.act(step)));
        var offered = Moves.offered(actor, move, step);
        if (act == null) {
            return view(actor, t, move, wrong(actor, move, step, offered, typed, t))
                    .refused();
        }
        try {
            var command = new ActOnStep(key, id, act, first(typed, MoveForms.words(step)), rooms(typed, step));
            moves.act(actor, command.bringing(Attachment.chosen(files.get(MoveForms.papers(step)))));
            return SeeOther.to(MoveListPages.PATH + "/" + move.id()).saying(Flash.done("premises.act.done." + act));
        } catch (RefusedException refused) {
            if (refused.refusal().code() == CommonRefusal.NOT_ALLOWED || offered.isEmpty()) {
                throw refused;
            }
            var form = forms.step(actor, move, step, offered, t).restored(typed).refused(refused.refusal());
            return view(actor, t, move, form).refused();
        }
    }

    private @Nullable Form wrong(
            Actor actor,
            MoveView move,
            StepView step,
            List<StepAct> offered,
            MultiValueMap<String, String> typed,
            Text t) {
        return offered.isEmpty()
                ? null
                : forms.step(actor, move, step, offered, t)
                        .restored(typed)
                        .wrong(List.of(FieldError.of(MoveForms.act(step), "premises.step.act.wrong")));
    }

    private static List<RoomId> rooms(MultiValueMap<String, String> typed, StepView step) {
        return Objects.requireNonNullElse(typed.get(MoveForms.rooms(step)), List.<String>of()).stream()
                .map(RoomId::new)
                .toList();
    }

    private static String first(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "");
    }

    @GetMapping(MoveListPages.PATH + "/{id}/papers/{file}")
    ResponseEntity<byte[]> paper(Actor actor, @PathVariable MoveId id, @PathVariable FileId file) {
        actor.require(Permission.READ_MOVE);
        return papers.find(actor, id, file)
                .map(attachments::download)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @PostMapping(MoveListPages.PATH + "/{id}/withdrawal")
    ModelAndView withdraw(
            Actor actor, RequestKey key, @PathVariable MoveId id, Text t, @RequestParam Map<String, String> typed) {
        var move = found(actor, id);
        actor.require(Permission.START_MOVE);
        try {
            moves.withdraw(actor, new WithdrawMove(key, id, typed.getOrDefault("reason", "")));
            return SeeOther.to(MoveListPages.PATH + "/" + id).saying(Flash.done("premises.move.withdrawn"));
        } catch (RefusedException refused) {
            return view(actor, t, move, forms.withdraw(move).answered(typed).refused(refused.refusal()))
                    .refused();
        }
    }

    private MoveView found(Actor actor, MoveId id) {
        actor.require(Permission.READ_MOVE);
        return moves.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    /// @param refused stands in the place of the form of the same address
    private PageView view(Actor actor, Text t, MoveView move, @Nullable Form refused) {
        var acts = moves.acts(move);
        var called = names.of(
                t,
                Stream.of(
                                Stream.of(move.firm()),
                                move.steps().stream().map(StepView::unit),
                                acts.stream().map(StepActView::organisation))
                        .flatMap(each -> each)
                        .distinct()
                        .toList());
        var words = new MoveWords(t);
        var reason = move.reason();
        var page = new MovePage(
                MoveWords.tag(move.state()),
                words.progress(move),
                reason == null ? "" : t.of("premises.move.reason." + move.state(), reason),
                facts(actor, move, called, t),
                move.steps().stream().map(step -> step(move, step, called, t)).toList(),
                move.steps().stream()
                        .flatMap(step -> hand(actor, move, step, refused, t))
                        .toList(),
                papers.of(move).stream().map(paper -> paper(move, paper, t)).toList(),
                acts.stream().map(act -> entry(move, act, called, t)).toList(),
                Moves.mayWithdraw(actor, move) ? chosen(forms.withdraw(move), refused) : null);
        var title = "premises.move.page." + move.kind();
        return PageView.of("premises/move", title, page, called.getOrDefault(move.firm(), ""))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("premises.nav.moves", MoveListPages.PATH));
    }

    private List<Fact> facts(Actor actor, MoveView move, Map<OrgId, String> called, Text t) {
        var words = new PremisesWords(t);
        var wish = move.wish();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("premises.firm"), called.getOrDefault(move.firm(), "")));
        var place = Fact.of(
                t.of("premises.building"), buildings.names(List.of(move)).getOrDefault(move.building(), ""));
        facts.add(
                actor.may(Permission.READ_PREMISES) ? place.linked(BuildingPages.PATH + "/" + move.building()) : place);
        var rooms = moves.rooms(move);
        if (!rooms.isEmpty()) {
            facts.add(Fact.of(t.of("premises.room"), words.rooms(rooms)));
        }
        var seats = wish.seats();
        if (seats != null) {
            facts.add(Fact.of(t.of("premises.wish.seats"), t.number(seats)));
        }
        var area = wish.area();
        if (area != null) {
            facts.add(Fact.of(t.of("premises.wish.area"), words.area(area)));
        }
        facts.add(Fact.of(t.of("premises.move.wanted." + move.kind()), t.date(wish.wantedOn())));
        facts.add(Fact.of(t.of("premises.contact"), wish.contact()));
        if (!wish.notes().isEmpty()) {
            facts.add(Fact.of(t.of("premises.notes"), wish.notes()));
        }
        facts.add(Fact.of(t.of("premises.move.started"), t.dateTime(move.startedAt()))
                .from(t.of("premises.move.started.by", move.startedBy(), move.template())));
        var handedOver = move.handedOverOn();
        if (handedOver != null) {
            facts.add(Fact.of(t.of("premises.move.handed-over"), t.date(handedOver)));
        }
        return facts;
    }

    private MovePage.Step step(MoveView move, StepView step, Map<OrgId, String> called, Text t) {
        var template = moves.template(move);
        var what = template.step(step.code());
        boolean waits = step.state() == StepState.WAITING;
        return new MovePage.Step(
                "step-" + step.code(),
                t.of(what.title()),
                t.of(what.task()),
                called.getOrDefault(step.unit(), ""),
                MoveWords.tag(step.state()),
                waits ? t.of("premises.step.waits", new MoveWords(t).title(template, what.waitsFor())) : "",
                due(step),
                day(step, t));
    }

    private @Nullable Due due(StepView step) {
        var due = step.dueOn();
        return step.state() == StepState.OPEN && due != null ? dues.at(calendar.closing(due)) : null;
    }

    private static String day(StepView step, Text t) {
        var done = step.doneOn();
        var due = step.dueOn();
        if (done != null && due != null) {
            return t.of(done.isAfter(due) ? "premises.step.done.late" : "premises.step.done.on", done, due);
        }
        return step.state() == StepState.WAITING ? t.of("premises.step.days", step.days()) : "";
    }

    private Stream<MovePage.Hand> hand(Actor actor, MoveView move, StepView step, @Nullable Form refused, Text t) {
        var offered = Moves.offered(actor, move, step);
        if (offered.isEmpty()) {
            return Stream.empty();
        }
        var title = t.of(
                "premises.step.hand", moves.template(move).step(step.code()).title());
        return Stream.of(new MovePage.Hand(
                "hand-" + step.code(), title, chosen(forms.step(actor, move, step, offered, t), refused)));
    }

    private static Form chosen(Form fresh, @Nullable Form refused) {
        return refused != null && refused.action().equals(fresh.action()) ? refused : fresh;
    }

    private MovePage.Paper paper(MoveView move, MovePaper paper, Text t) {
        var step = paper.step();
        var with = step == null ? t.of("premises.move.form") : t.of(title(move, step));
        return new MovePage.Paper(
                paper.file().name(),
                MoveListPages.PATH + "/" + move.id() + "/papers/" + paper.file().id(),
                t.of("premises.papers.from", with, paper.by(), t.dateTime(paper.at())));
    }

    private Bilingual title(MoveView move, StepId id) {
        var code = move.steps().stream()
                .filter(step -> step.id().equals(id))
                .map(StepView::code)
                .findFirst()
                .orElseThrow();
        return moves.template(move).step(code).title();
    }

    private TimelineEntry entry(MoveView move, StepActView act, Map<OrgId, String> called, Text t) {
        var title = title(move, act.step());
        var what = t.of("premises.act.line." + act.act(), title);
        return TimelineEntry.of(act.at(), act.words().isEmpty() ? what : t.of("premises.act.words", what, act.words()))
                .by(t.of("premises.act.by", act.by(), called.getOrDefault(act.organisation(), "")))
                .toned(
                        switch (act.act()) {
                            case FINISH -> Tone.GOOD;
                            case RETURN -> Tone.WAIT;
                            case ANSWER -> Tone.PLAIN;
                            case REFUSE -> Tone.BAD;
                        });
    }
}
