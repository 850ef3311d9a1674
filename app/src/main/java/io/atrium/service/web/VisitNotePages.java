// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.appeal.CategoryChoice;
import io.atrium.appeal.Rules;
import io.atrium.appeal.Urgency;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.HandInVisit;
import io.atrium.service.VisitPlanId;
import io.atrium.service.VisitPlanView;
import io.atrium.service.Visits;
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
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/visits/new`: the note of a visit. With scripts it is kept on the device and sent when there is a network
/// (`visit-notes.js`, `worker.js`); without, it posts like every form.
@Controller
class VisitNotePages {

    private static final String PATH = "/visits/new";
    private static final int NEEDS_AT_FIRST = 1;

    private final Visits visits;
    private final Rules rules;
    private final ServedFirmOptions options;
    private final OrganisationNames names;
    private final RequestKeys keys;
    private final BusinessClock clock;

    VisitNotePages(
            Visits visits,
            Rules rules,
            ServedFirmOptions options,
            OrganisationNames names,
            RequestKeys keys,
            BusinessClock clock) {
        this.visits = visits;
        this.rules = rules;
        this.options = options;
        this.names = names;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping(PATH)
    PageView form(
            Actor actor,
            Text t,
            @RequestParam(defaultValue = "") String firm,
            @RequestParam(defaultValue = "") String plan,
            @RequestParam(defaultValue = "" + NEEDS_AT_FIRST) String needs) {
        actor.require(Permission.SERVE_FIRM);
        return view(t, head(actor, t, firm, plan), Map.of(), needs(needs));
    }

    @PostMapping(VisitPages.PATH)
    ModelAndView handIn(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.SERVE_FIRM);
        var form = head(actor, t, typed.getOrDefault("firm", ""), typed.getOrDefault("plan", ""))
                .answered(typed);
        var errors = errors(typed);
        if (!errors.isEmpty()) {
            return view(t, form.wrong(errors), typed, needsTyped(typed)).refused();
        }
        try {
            var id = visits.handIn(actor, command(key, typed));
            return SeeOther.to(VisitPages.PATH + "/" + id).saying(Flash.done("service.note.done"));
        } catch (RefusedException refused) {
            return view(t, form.refused(refused.refusal()), typed, needsTyped(typed))
                    .refused();
        }
    }

    /// What became of a note that was sent by the script.
    ///
    /// @param words why it was refused; empty when it was taken in
    record Delivery(String state, String href, String words) {}

    @PostMapping("/visit-deliveries")
    ResponseEntity<Delivery> deliver(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        try {
            actor.require(Permission.SERVE_FIRM);
            var wrong = errors(typed).stream()
                    .map(error -> error.text(t))
                    .reduce((first, next) -> t.of("service.note.join", first, next));
            if (wrong.isPresent()) {
                return refused(wrong.get());
            }
            var id = visits.handIn(actor, command(key, typed));
            return answer(HttpStatus.OK, new Delivery("sent", VisitPages.PATH + "/" + id, ""));
        } catch (RefusedException refusal) {
            var words = t.refusal(refusal.refusal());
            return refused(t.of("service.note.join", words.title(), words.detail() + " " + words.remedy()));
        }
    }

    private static ResponseEntity<Delivery> refused(String words) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, new Delivery("refused", "", words));
    }

    private static ResponseEntity<Delivery> answer(HttpStatus status, Delivery delivery) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(delivery);
    }

    /// Keeps the page of notes on the device; lies under `/visits/`, which is as far as it reaches.
    @GetMapping("/visits/worker.js")
    ResponseEntity<ClassPathResource> worker() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("io/atrium/service/web/worker.js"));
    }

    private static List<FieldError> errors(Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        if (typed.getOrDefault("firm", "").isBlank()) {
            errors.add(FieldError.of("firm", "service.note.firm.wrong"));
        }
        if (ServiceText.day(typed.get("day")).isEmpty()) {
            errors.add(FieldError.of("day", "service.note.day.wrong"));
        }
        if (typed.getOrDefault("met", "").isBlank()) {
            errors.add(FieldError.of("met", "service.note.met.wrong"));
        }
        if (typed.getOrDefault("said", "").isBlank()) {
            errors.add(FieldError.of("said", "service.note.said.wrong"));
        }
        IntStream.rangeClosed(1, HandInVisit.NEEDS_MAX)
                .filter(number -> isTyped(typed, number))
                .filter(number -> typed.getOrDefault(category(number), "").isBlank())
                .mapToObj(number -> FieldError.of(category(number), "service.note.category.wrong", number))
                .forEach(errors::add);
        return errors;
    }

    private static HandInVisit command(RequestKey key, Map<String, String> typed) {
        var plan = typed.getOrDefault("plan", "");
        return new HandInVisit(
                key,
                new OrgId(typed.getOrDefault("firm", "")),
                plan.isEmpty() ? null : new VisitPlanId(plan),
                ServiceText.day(typed.get("day")).orElseThrow(),
                typed.getOrDefault("met", ""),
                typed.getOrDefault("said", ""),
                IntStream.rangeClosed(1, HandInVisit.NEEDS_MAX)
                        .filter(number -> isTyped(typed, number))
                        .mapToObj(number -> new HandInVisit.Need(
                                typed.getOrDefault(category(number), ""),
                                urgency(typed.getOrDefault(urgency(number), "")),
                                typed.getOrDefault(words(number), "")))
                        .toList());
    }

    private static boolean isTyped(Map<String, String> typed, int number) {
        return !typed.getOrDefault(words(number), "").isBlank();
    }

    private static String words(int number) {
        return "need-" + number + "-words";
    }

    private static String category(int number) {
        return "need-" + number + "-category";
    }

    private static String urgency(int number) {
        return "need-" + number + "-urgency";
    }

    private static Urgency urgency(String typed) {
        return Arrays.stream(Urgency.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElse(Urgency.NORMAL);
    }

    private static int needs(String asked) {
        return asked.matches("\\d{1,2}")
                ? Math.clamp(Integer.parseInt(asked), 1, HandInVisit.NEEDS_MAX)
                : NEEDS_AT_FIRST;
    }

    /// As many as were shown when the form was sent.
    private static int needsTyped(Map<String, String> typed) {
        return IntStream.rangeClosed(1, HandInVisit.NEEDS_MAX)
                .filter(number -> typed.containsKey(words(number)))
                .max()
                .orElse(NEEDS_AT_FIRST);
    }

    private Form head(Actor actor, Text t, String firm, String plan) {
        return Form.to(
                        VisitPages.PATH,
                        "service.note.submit",
                        Field.select("firm", "service.firm", options.firms(actor, t, firm))
                                .value(firm),
                        Field.select("plan", "service.note.plan", plans(actor, t))
                                .optional()
                                .value(plan),
                        Field.of(FieldKind.DATE, "day", "service.visit.day")
                                .value(clock.today().toString()),
                        Field.text("met", "service.visit.met").hint("service.visit.met.hint"),
                        Field.of(FieldKind.TEXTAREA, "said", "service.visit.said")
                                .hint("service.visit.said.hint"))
                .keyed(keys.fresh());
    }

    private List<Option> plans(Actor actor, Text t) {
        var planned = visits.planned(actor, actor.person(), null);
        var called = names.of(t, planned.stream().map(VisitPlanView::firm).toList());
        return Stream.concat(
                        Stream.of(Option.key("", "service.note.plan.none")),
                        planned.stream()
                                .map(plan -> Option.literal(
                                        plan.id().value(),
                                        t.of(
                                                "service.note.plan.choice",
                                                t.dateShort(plan.day()),
                                                called.getOrDefault(plan.firm(), ""),
                                                plan.purpose()))))
                .toList();
    }

    private List<List<Field>> needFields(Text t, Map<String, String> typed, int needs) {
        return IntStream.rangeClosed(1, needs)
                .mapToObj(number -> List.of(
                        Field.of(FieldKind.TEXTAREA, words(number), "service.note.need.words")
                                .optional()
                                .value(typed.get(words(number))),
                        Field.select(category(number), "service.note.need.category", categories(t))
                                .optional()
                                .value(typed.get(category(number))),
                        Field.select(urgency(number), "service.note.need.urgency", urgencies())
                                .value(typed.getOrDefault(urgency(number), Urgency.NORMAL.name()))))
                .toList();
    }

    private List<Option> categories(Text t) {
        return Stream.concat(
                        Stream.of(Option.key("", "service.note.need.category.choose")),
                        rules.categories().stream().map(each -> Option.literal(each.code(), name(each, t))))
                .toList();
    }

    private static String name(CategoryChoice category, Text t) {
        return t.lang() == Lang.ZH ? category.zh() : category.en();
    }

    private static List<Option> urgencies() {
        return Arrays.stream(Urgency.values())
                .map(each -> Option.key(each.name(), "appeal.urgency.choice." + each))
                .toList();
    }

    private PageView view(Text t, Form form, Map<String, String> typed, int needs) {
        var page = new VisitNotePage(
                form,
                needFields(t, typed, needs),
                needs < HandInVisit.NEEDS_MAX ? PATH + "?needs=" + HandInVisit.NEEDS_MAX : "",
                HandInVisit.NEEDS_MAX);
        return PageView.of("service/visit-note", "service.note.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("service.nav.visits", VisitPages.PATH));
    }
}
