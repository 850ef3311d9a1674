// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.service.ItemId;
import io.atrium.service.ItemState;
import io.atrium.service.ItemView;
import io.atrium.service.PackView;
import io.atrium.service.ServicePacks;
import io.atrium.service.WritePack;
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
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/service-packs/new`: writes a firm's first pack, or the next version of it (`?firm=org_…`).
@Controller
class PackWritePages {

    private static final int EMPTY_LINES = 3;

    private final ServicePacks packs;
    private final ServedFirmOptions options;
    private final RequestKeys keys;

    PackWritePages(ServicePacks packs, ServedFirmOptions options, RequestKeys keys) {
        this.packs = packs;
        this.options = options;
        this.keys = keys;
    }

    @GetMapping(PackPages.PATH + "/new")
    PageView ask(Actor actor, Text t, @RequestParam(defaultValue = "") String firm) {
        actor.require(Permission.SERVE_FIRM);
        var pack = pack(actor, firm);
        var seen = String.valueOf(pack.map(PackView::version).orElse(0));
        return view(t, head(actor, t, firm, pack, seen), pack, typed(pack));
    }

    @PostMapping(PackPages.PATH)
    ModelAndView write(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.SERVE_FIRM);
        var pack = pack(actor, typed.getOrDefault("firm", ""));
        var seen = typed.getOrDefault("seen", "0");
        var form = head(actor, t, typed.getOrDefault("firm", ""), pack, seen).answered(typed);
        var errors = errors(typed);
        if (!errors.isEmpty()) {
            return view(t, form.wrong(errors), pack, typed).refused();
        }
        try {
            var id = packs.write(actor, command(key, typed));
            return SeeOther.to(PackPages.PATH + "/" + id).saying(Flash.done("service.pack.written"));
        } catch (RefusedException refused) {
            if (refused.refusal().code() == CommonRefusal.NOT_ALLOWED) {
                throw refused;
            }
            return view(t, form.refused(refused.refusal()), pack, typed).refused();
        }
    }

    private Optional<PackView> pack(Actor actor, String firm) {
        return firm.matches("org_[a-z0-9]{1,40}") ? packs.ofFirm(actor, new OrgId(firm)) : Optional.empty();
    }

    /// What the version that counts says, as if it had been typed.
    private static Map<String, String> typed(Optional<PackView> pack) {
        var typed = new HashMap<String, String>();
        var open = pack.stream().flatMap(PackWritePages::open).toList();
        for (int number = 1; number <= open.size(); number++) {
            var item = open.get(number - 1);
            typed.put(id(number), item.id().value());
            typed.put(words(number), item.words());
            typed.put(unit(number), item.unit().value());
            typed.put(day(number), item.dueOn().toString());
        }
        return typed;
    }

    private static Stream<ItemView> open(PackView pack) {
        return pack.items().stream().filter(item -> !item.state().isOver());
    }

    private static List<FieldError> errors(Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        if (typed.getOrDefault("firm", "").isEmpty()) {
            errors.add(FieldError.of("firm", "service.note.firm.wrong"));
        }
        lines(typed).forEach(number -> {
            if (typed.getOrDefault(unit(number), "").isEmpty()) {
                errors.add(FieldError.of(unit(number), "service.pack.unit.wrong", number));
            }
            if (ServiceText.day(typed.get(day(number))).isEmpty()) {
                errors.add(FieldError.of(day(number), "service.pack.day.wrong", number));
            }
        });
        return errors;
    }

    /// Lines with words; a line that was emptied is left out.
    private static List<Integer> lines(Map<String, String> typed) {
        return IntStream.rangeClosed(1, WritePack.LINES_MAX)
                .filter(number -> !typed.getOrDefault(words(number), "").isBlank())
                .boxed()
                .toList();
    }

    private static WritePack command(RequestKey key, Map<String, String> typed) {
        var seen = typed.getOrDefault("seen", "0");
        return new WritePack(
                key,
                new OrgId(typed.getOrDefault("firm", "")),
                seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : 0,
                typed.getOrDefault("title", ""),
                typed.getOrDefault("reason", ""),
                lines(typed).stream().map(number -> line(typed, number)).toList());
    }

    private static WritePack.Line line(Map<String, String> typed, int number) {
        var id = typed.getOrDefault(id(number), "");
        return new WritePack.Line(
                id.isEmpty() ? null : new ItemId(id),
                typed.getOrDefault(words(number), ""),
                new OrgId(typed.getOrDefault(unit(number), "")),
                ServiceText.day(typed.get(day(number))).orElseThrow());
    }

    private static String id(int number) {
        return "item-" + number + "-id";
    }

    private static String words(int number) {
        return "item-" + number + "-words";
    }

    private static String unit(int number) {
        return "item-" + number + "-unit";
    }

    private static String day(int number) {
        return "item-" + number + "-day";
    }

    /// @param seen the version that the reader began with: what somebody else wrote meanwhile is never written over
    private Form head(Actor actor, Text t, String firm, Optional<PackView> pack, String seen) {
        return Form.to(
                        PackPages.PATH,
                        pack.isEmpty() ? "service.pack.submit" : "service.pack.submit.next",
                        Field.hidden(
                                "seen",
                                String.valueOf(pack.map(PackView::version).orElse(0))),
                        Field.select("firm", "service.firm", options.firms(actor, t, firm))
                                .value(firm),
                        Field.text("title", "service.pack.title")
                                .hint("service.pack.title.hint")
                                .value(pack.map(PackView::title).orElse(null)),
                        Field.text("reason", "service.assign.reason").hint("service.pack.reason.hint"))
                .keyed(keys.fresh());
    }

    private PageView view(Text t, Form form, Optional<PackView> pack, Map<String, String> typed) {
        int filled = lines(typed).stream().mapToInt(Integer::intValue).max().orElse(0);
        int shown = Math.min(WritePack.LINES_MAX, filled + EMPTY_LINES);
        var units = units(t);
        var lines = IntStream.rangeClosed(1, shown)
                .mapToObj(number -> List.of(
                        Field.hidden(id(number), typed.getOrDefault(id(number), "")),
                        Field.text(words(number), "service.pack.words")
                                .optional()
                                .value(typed.get(words(number))),
                        Field.select(unit(number), "service.pack.unit", units)
                                .optional()
                                .value(typed.get(unit(number))),
                        Field.of(FieldKind.DATE, day(number), "service.pack.day")
                                .optional()
                                .value(typed.get(day(number)))))
                .toList();
        var confirmed = pack.stream()
                .flatMap(found -> found.items().stream())
                .filter(item -> item.state() == ItemState.CONFIRMED)
                .map(ItemView::words)
                .toList();
        var title = pack.isEmpty() ? "service.pack.new" : "service.pack.next-version";
        return PageView.of("service/pack-write", title, new PackPage.Write(form, lines, confirmed))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("service.nav.packs", PackPages.PATH));
    }

    private List<Option> units(Text t) {
        return Stream.concat(
                        Stream.of(Option.key("", "service.pack.unit.choose")),
                        packs.units().stream()
                                .map(unit -> Option.literal(unit.id().value(), OrganisationNames.of(t, unit))))
                .toList();
    }
}
