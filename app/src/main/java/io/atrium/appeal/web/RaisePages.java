// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealChannel;
import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealView.About;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.RaiseAppeal;
import io.atrium.appeal.RouteRule;
import io.atrium.appeal.Rules;
import io.atrium.appeal.Urgency;
import io.atrium.appeal.domain.RuleBook.Category;
import io.atrium.appeal.memory.CaseMemory;
import io.atrium.appeal.memory.Hints;
import io.atrium.files.Attachment;
import io.atrium.files.EvidenceType;
import io.atrium.files.StoredFiles;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.OrgId;
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
import io.atrium.web.concern.Concern;
import io.atrium.web.concern.ConcernSource;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/appeals/new`: a need on one page; `?about=/bills/…` brings along the record that it is about, `?firm=org_…` the
/// firm
/// for which a steward notes it.
@Controller
class RaisePages {

    private static final UploadLimit FILES =
            new UploadLimit(EvidenceType.ACCEPT, StoredFiles.SIZE_BYTES_MAX, RaiseAppeal.FILES_MAX);
    private static final List<AppealChannel> BY_HAND = List.of(AppealChannel.PHONE, AppealChannel.VISIT);

    private final Appeals appeals;
    private final Rules rules;
    private final FirmField firms;
    private final CaseMemory memory;
    private final OrganisationNames names;
    private final List<ConcernSource> concerns;
    private final RequestKeys keys;

    RaisePages(
            Appeals appeals,
            Rules rules,
            FirmField firms,
            CaseMemory memory,
            OrganisationNames names,
            List<ConcernSource> concerns,
            RequestKeys keys) {
        this.appeals = appeals;
        this.rules = rules;
        this.firms = firms;
        this.memory = memory;
        this.names = names;
        this.concerns = concerns;
        this.keys = keys;
    }

    @GetMapping("/appeals/new")
    PageView form(
            Actor actor,
            Text t,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String firm) {
        actor.require(Permission.RAISE_APPEAL);
        var concern = concern(actor, about, t);
        return view(t, form(actor, t, about, firm, concern), concern.orElse(null), null);
    }

    /// The same page with what may help; nothing is sent. An unanswered category is filled in when it stands out.
    @PostMapping("/appeals/new")
    PageView look(Actor actor, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.RAISE_APPEAL);
        var about = typed.getOrDefault("about", "");
        var concern = concern(actor, about, t);
        var hints = memory.hints(actor, typed.getOrDefault("words", ""), t.lang());
        var answers = new HashMap<>(typed);
        var likely = hints.category();
        if (!typed.getOrDefault("choose", "").isBlank()) {
            answers.put("category", typed.get("choose"));
        } else if (likely != null
                && hints.isSure()
                && typed.getOrDefault("category", "").isBlank()) {
            answers.put("category", likely);
        }
        var form = form(actor, t, about, typed.getOrDefault(FirmField.NAME, ""), concern)
                .answered(answers);
        return view(t, form, concern.orElse(null), hinted(actor, t, hints, answers.get("category")));
    }

    /// @param chosen the category that stands in the form
    private RaisePage.Hinted hinted(Actor actor, Text t, Hints hints, @Nullable String chosen) {
        var words = AppealWords.of(t, rules);
        var category = hints.category();
        return new RaisePage.Hinted(
                category == null
                        ? null
                        : t.of(
                                hints.isSure() ? "appeal.hint.category" : "appeal.hint.category.maybe",
                                words.category(category)),
                category == null || category.equals(chosen) ? null : category,
                because(hints, t),
                hints.answers().stream()
                        .map(answer -> new RaisePage.Link(answer.title(), answer.href(), ""))
                        .toList(),
                hints.cases().stream()
                        .flatMap(found -> appeals.find(actor, new AppealId(found.id())).stream())
                        .map(found -> new RaisePage.Link(
                                found.need().title(), "/appeals/" + found.id(), t.of("appeal.state", found.state())))
                        .toList());
    }

    /// Examples in the reader's language; that there are others only is said plainly.
    private static @Nullable String because(Hints hints, Text t) {
        if (hints.because().isEmpty()) {
            return null;
        }
        var own = hints.because(t.lang());
        return own.isEmpty()
                ? t.of("appeal.hint.because.other")
                : t.of("appeal.hint.because", String.join(t.of("web.list.separator"), own));
    }

    @PostMapping("/appeals")
    ModelAndView raise(
            Actor actor,
            RequestKey key,
            Text t,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        actor.require(Permission.RAISE_APPEAL);
        var about = typed.getOrDefault("about", "");
        var concern = concern(actor, about, t);
        var form =
                form(actor, t, about, typed.getOrDefault("firm", ""), concern).answered(typed);
        var firm = firm(actor, typed);
        var errors = errors(actor, typed, firm);
        if (!errors.isEmpty()) {
            return view(t, form.wrong(errors), concern.orElse(null), null).refused();
        }
        try {
            var need = need(key, firm.orElseThrow(), actor, typed, concern.map(each -> new About(about, each.title())));
            var id = appeals.raise(actor, need.attaching(Attachment.chosen(files)));
            return SeeOther.to("/appeals/" + id).saying(receipt(actor, id, t));
        } catch (RefusedException refused) {
            return view(t, form.refused(refused.refusal()), concern.orElse(null), null)
                    .refused();
        }
    }

    /// Number, unit and the day of the answer at the latest, as far as they are known.
    private Flash receipt(Actor actor, AppealId id, Text t) {
        var appeal = appeals.find(actor, id).orElseThrow();
        var unit = appeal.owner().unit();
        var finish = appeals.clocks(appeal).stream()
                .filter(clock -> clock.kind() == ClockKind.FINISH)
                .findFirst();
        return unit == null || finish.isEmpty()
                ? Flash.done("appeal.raise.done.open", appeal.number())
                : Flash.done(
                        "appeal.raise.done",
                        appeal.number(),
                        names.of(t, unit),
                        t.dateTime(finish.get().dueAt()));
    }

    private static RaiseAppeal need(
            RequestKey key, OrgId firm, Actor actor, Map<String, String> typed, Optional<About> about) {
        return new RaiseAppeal(
                key,
                firm,
                Appeals.raisesForOthers(actor)
                        ? AppealChannel.valueOf(typed.getOrDefault("channel", ""))
                        : AppealChannel.PAGE,
                typed.getOrDefault("category", ""),
                urgency(typed),
                typed.getOrDefault("title", ""),
                typed.getOrDefault("words", ""),
                typed.containsKey("confidential"),
                typed.getOrDefault("contact", ""),
                typed.getOrDefault("place", ""),
                about.orElse(null),
                null,
                List.of());
    }

    private static List<FieldError> errors(Actor actor, Map<String, String> typed, Optional<OrgId> firm) {
        var errors = new ArrayList<FieldError>();
        if (firm.isEmpty()) {
            errors.add(FieldError.of("firm", "appeal.field.firm.wrong"));
        }
        if (Appeals.raisesForOthers(actor)
                && BY_HAND.stream().noneMatch(channel -> channel.name().equals(typed.get("channel")))) {
            errors.add(FieldError.of("channel", "appeal.field.channel.wrong"));
        }
        if (typed.getOrDefault("words", "").isBlank()) {
            errors.add(FieldError.of("words", "appeal.field.words.wrong"));
        }
        if (typed.getOrDefault("category", "").isBlank()) {
            errors.add(FieldError.of("category", "appeal.field.category.wrong"));
        }
        return errors;
    }

    /// One's own firm; for those who raise needs for others the one that they named.
    private Optional<OrgId> firm(Actor actor, Map<String, String> typed) {
        return Appeals.raisesForOthers(actor)
                ? firms.read(actor, typed.getOrDefault(FirmField.NAME, ""))
                : Optional.of(actor.organisation());
    }

    private Optional<Concern> concern(Actor actor, String about, Text t) {
        if (!about.startsWith("/") || about.length() > 200) {
            return Optional.empty();
        }
        return concerns.stream()
                .flatMap(source -> source.find(actor, about, t).stream())
                .findFirst();
    }

    private Form form(Actor actor, Text t, String about, String firm, Optional<Concern> concern) {
        var categories = Stream.concat(
                Stream.of(Option.key("", "appeal.field.category.choose")),
                AppealWords.of(t, rules).categories().stream());
        var fields = new ArrayList<Field>();
        if (Appeals.raisesForOthers(actor)) {
            fields.add(firms.field(t, firm));
            fields.add(Field.radios("channel", "appeal.channel.label", channels())
                    .value(BY_HAND.getFirst().name()));
        }
        fields.add(Field.of(FieldKind.TEXTAREA, "words", "appeal.field.words").hint("appeal.field.words.hint"));
        fields.add(Field.select("category", "appeal.category", categories.toList())
                .hint("appeal.field.category.hint")
                .value(concern.map(Concern::category).orElse(null)));
        fields.add(Field.radios("urgency", "appeal.urgency", urgencies()).value(Urgency.NORMAL.name()));
        fields.add(Field.text("contact", "appeal.contact")
                .hint("appeal.field.contact.hint")
                .optional()
                .value(Appeals.raisesForOthers(actor) ? null : actor.name()));
        fields.add(Field.text("place", "appeal.place")
                .hint("appeal.field.place.hint")
                .optional());
        fields.add(Field.text("title", "appeal.field.title")
                .hint("appeal.field.title.hint")
                .optional());
        fields.add(Field.upload("files", "appeal.files", FILES).optional());
        fields.add(Field.of(FieldKind.CHECKBOXES, "confidential", "appeal.confidential")
                .options(List.of(Option.key("true", "appeal.confidential.choice")))
                .optional());
        fields.add(Field.hidden("about", concern.isPresent() ? about : ""));
        return Form.to("/appeals", "appeal.raise.submit", fields.toArray(Field[]::new))
                .keyed(keys.fresh());
    }

    private static List<Option> channels() {
        return BY_HAND.stream()
                .map(channel -> Option.key(channel.name(), "appeal.channel." + channel))
                .toList();
    }

    private static List<Option> urgencies() {
        return Arrays.stream(Urgency.values())
                .map(urgency -> Option.key(urgency.name(), "appeal.urgency.choice." + urgency))
                .toList();
    }

    private static Urgency urgency(Map<String, String> typed) {
        return Arrays.stream(Urgency.values())
                .filter(urgency -> urgency.name().equals(typed.get("urgency")))
                .findFirst()
                .orElse(Urgency.NORMAL);
    }

    private PageView view(Text t, Form form, @Nullable Concern concern, RaisePage.@Nullable Hinted hints) {
        var page = new RaisePage(
                form,
                concern == null ? null : concern.title(),
                concern == null ? List.of() : concern.lines(),
                terms(t),
                hints);
        return PageView.of("appeal/raise", "appeal.raise.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("appeal.nav.list", "/appeals"));
    }

    /// How long each category may take, and with whom.
    private List<RaisePage.Term> terms(Text t) {
        var words = AppealWords.of(t, rules);
        var leads = rules.routes().stream().collect(Collectors.toMap(RouteRule::category, RouteRule::lead));
        var called = names.of(t, leads.values());
        return words.book().categories().stream()
                .map(category -> new RaisePage.Term(
                        t.of(category.name()),
                        length(category, ClockKind.CONTACT, words),
                        length(category, ClockKind.FINISH, words),
                        Optional.ofNullable(leads.get(category.code()))
                                .map(called::get)
                                .orElseGet(() -> t.of("appeal.turn.dispatcher"))))
                .toList();
    }

    private static String length(Category category, ClockKind clock, AppealWords words) {
        return words.book()
                .limit(clock, category.kind(), Urgency.NORMAL)
                .map(words::limit)
                .orElse("—");
    }
}
