// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.service.ItemId;
import io.atrium.service.ItemMove;
import io.atrium.service.ItemStep;
import io.atrium.service.ItemView;
import io.atrium.service.MoveItem;
import io.atrium.service.ServicePacks;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/service-items/{id}`: one promise, what was done for it, and what its reader may say.
@Controller
class ItemPages {

    static final String PATH = "/service-items";

    private final ServicePacks packs;
    private final OrganisationNames names;
    private final RequestKeys keys;
    private final Dues dues;
    private final WorkingCalendar calendar;

    ItemPages(ServicePacks packs, OrganisationNames names, RequestKeys keys, Dues dues, WorkingCalendar calendar) {
        this.packs = packs;
        this.names = names;
        this.keys = keys;
        this.dues = dues;
        this.calendar = calendar;
    }

    @GetMapping(PATH + "/{id}")
    PageView show(Actor actor, @PathVariable ItemId id, Text t) {
        return view(actor, t, found(actor, id), null);
    }

    @PostMapping(PATH + "/{id}/steps")
    ModelAndView move(
            Actor actor, RequestKey key, @PathVariable ItemId id, Text t, @RequestParam Map<String, String> typed) {
        var item = found(actor, id);
        var move = move(typed).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        try {
            packs.move(actor, new MoveItem(key, id, move, typed.getOrDefault(field(move), "")));
            return SeeOther.to(PATH + "/" + id).saying(Flash.done("service.item.done." + move));
        } catch (RefusedException refused) {
            if (refused.refusal().code() == CommonRefusal.NOT_ALLOWED) {
                throw refused;
            }
            return view(actor, t, item, form(id, move).answered(typed).refused(refused.refusal()))
                    .refused();
        }
    }

    private static Optional<ItemMove> move(Map<String, String> typed) {
        return List.of(ItemMove.values()).stream()
                .filter(move -> move.name().equals(typed.get("move")))
                .findFirst();
    }

    private ItemView found(Actor actor, ItemId id) {
        actor.require(Permission.READ_SERVICE);
        return packs.findItem(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    /// Each move has a field of its own name, since several forms stand on one page.
    private static String field(ItemMove move) {
        return "words-" + move.name();
    }

    private Form form(ItemId id, ItemMove move) {
        var words = Field.of(FieldKind.TEXTAREA, field(move), "service.item.words." + move);
        return Form.to(
                        PATH + "/" + id + "/steps",
                        "service.item.move." + move,
                        Field.hidden("move", move.name()),
                        move == ItemMove.CONFIRM ? words.optional() : words)
                .keyed(keys.fresh());
    }

    private PageView view(Actor actor, Text t, ItemView item, @Nullable Form refused) {
        var steps = packs.steps(item);
        var called = names.of(
                t,
                Stream.concat(steps.stream().map(ItemStep::organisation), Stream.of(item.firm(), item.unit()))
                        .toList());
        var moves = ServicePacks.offered(actor, item).stream()
                .map(move -> new PackPage.Move(
                        "move-" + move,
                        t.of("service.item.move", move),
                        refused != null && refused.submitKey().endsWith("." + move) ? refused : form(item.id(), move)))
                .toList();
        var page = new PackPage.One(
                PackPages.tag(item.state()),
                item.state().isToDo() ? dues.at(calendar.closing(item.dueOn())) : null,
                List.of(
                        Fact.of(t.of("service.firm"), called.getOrDefault(item.firm(), "")),
                        Fact.of(t.of("service.pack"), t.of("service.pack.open"))
                                .linked(PackPages.PATH + "/" + item.pack()),
                        Fact.of(t.of("service.pack.unit"), called.getOrDefault(item.unit(), "")),
                        Fact.of(t.of("service.pack.day"), t.date(item.dueOn()))),
                moves,
                steps.stream()
                        .map(step -> entry(step, called.getOrDefault(step.organisation(), ""), t))
                        .toList());
        return PageView.of("service/item", "service.item.page", page, item.words())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("service.nav.packs", PackPages.PATH));
    }

    private static TimelineEntry entry(ItemStep step, String organisation, Text t) {
        var what = t.of("service.item.step", step.move());
        return TimelineEntry.of(
                        step.at(), step.words().isEmpty() ? what : t.of("service.item.step", what, step.words()))
                .by(t.of("service.item.by", step.by(), organisation))
                .toned(
                        switch (step.move()) {
                            case PROGRESS, FINISH -> Tone.PLAIN;
                            case CONFIRM -> Tone.GOOD;
                            case REOPEN -> Tone.WAIT;
                        });
    }
}
