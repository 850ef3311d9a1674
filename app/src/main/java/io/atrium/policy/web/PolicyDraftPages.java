// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.PackageText;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.PolicyDraftId;
import io.atrium.policy.PolicyDraftOutcome;
import io.atrium.policy.PolicyDrafts;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PolicyKeepers;
import io.atrium.policy.PolicyVersionView;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.DraftState;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.component.Column;
import io.atrium.web.component.Conflict;
import io.atrium.web.component.Empty;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/policy-drafts`: officers begin, write, check and hand in new versions of their department's policies.
@Controller
class PolicyDraftPages {

    static final String LIST = "/policy-drafts";
    static final String PAGE = LIST + "/{id}";

    private static final int LISTED_MAX = 100;

    private final PolicyDrafts drafts;
    private final PolicyKeepers keepers;
    private final Policies policies;
    private final FactCatalogue catalogue;
    private final RequestKeys keys;

    PolicyDraftPages(
            PolicyDrafts drafts, PolicyKeepers keepers, Policies policies, FactCatalogue catalogue, RequestKeys keys) {
        this.drafts = drafts;
        this.keepers = keepers;
        this.policies = policies;
        this.catalogue = catalogue;
        this.keys = keys;
    }

    @Bean
    static NavItem policyDraftsNavItem() {
        return NavItem.needing(Permission.WRITE_POLICY, NavGroup.BENEFITS, "policy.drafts.title", LIST, 25);
    }

    @GetMapping(LIST)
    PageView list(Actor actor, Text t) {
        actor.require(Permission.WRITE_POLICY);
        return list(actor, t, PolicyDraftForms.upload(keys.fresh()));
    }

    private PageView list(Actor actor, Text t, Form upload) {
        var views = new PolicyDraftViews(t);
        var rows = drafts.list(actor, null, LISTED_MAX).stream().map(views::row).toList();
        var table = Table.of(
                "policy.drafts.caption",
                Empty.nothingYet("policy.drafts.none", "policy.drafts.none.action", "/policies"),
                rows.size(),
                Column.text("policy.draft.about.policy"),
                Column.text("policy.draft.about.version"),
                Column.text("policy.drafts.state"),
                Column.text("policy.draft.about.changed"));
        return PageView.of(
                        "policy/drafts",
                        "policy.drafts.title",
                        new PolicyDraftsPage(table, rows, start(actor, t), upload))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private @Nullable Form start(Actor actor, Text t) {
        var words = new PolicyWords(t, catalogue);
        var versions = keepers.list(actor).stream()
                .flatMap(policy -> policies.find(policy).stream())
                .flatMap(policy -> sources(policy, words, t))
                .toList();
        return versions.isEmpty() ? null : PolicyDraftForms.start(versions, keys.fresh());
    }

    /// The version in force first; an older one is the way back.
    private Stream<Option> sources(PublishedPolicy policy, PolicyWords words, Text t) {
        var title = words.of(policy.header().title());
        return policies.versions(policy.id()).stream()
                .sorted(Comparator.comparing(PolicyVersionView::isCurrent).reversed())
                .map(version -> Option.literal(
                        policy.id() + "@" + version.version(),
                        t.of(
                                version.isCurrent() ? "policy.drafts.start.current" : "policy.drafts.start.older",
                                title,
                                version.version())));
    }

    @PostMapping(LIST)
    ModelAndView start(Actor actor, RequestKey key, @RequestParam String source) {
        var parts = source.split("@", 2);
        var command = new PolicyDrafts.Start(new PolicyId(parts[0]), parts.length < 2 ? null : parts[1]);
        return answer(drafts.start(actor, key, command), "policy.draft.flash.begun");
    }

    @PostMapping(LIST + "/import")
    ModelAndView importPackage(
            Actor actor,
            Text t,
            RequestKey key,
            @RequestParam(name = PolicyDraftForms.FILE, required = false) @Nullable MultipartFile file)
            throws IOException {
        actor.require(Permission.WRITE_POLICY);
        var form = PolicyDraftForms.upload(keys.fresh());
        if (file == null || file.isEmpty()) {
            var missing = List.of(FieldError.of(PolicyDraftForms.FILE, "policy.drafts.import.missing"));
            return list(actor, t, form.wrong(missing)).refused();
        }
        return switch (drafts.importPackage(actor, key, new PolicyDrafts.Import(file.getBytes()))) {
            case PolicyDraftOutcome.Done(var draft) -> to(draft, "policy.draft.flash.begun");
            case PolicyDraftOutcome.Refused(var refusal) ->
                list(actor, t, form.refused(refusal)).refused();
        };
    }

    @GetMapping(PAGE)
    PageView show(Actor actor, Text t, @PathVariable PolicyDraftId id) {
        var draft = find(actor, id);
        return page(
                actor, t, draft, PolicyDraftViews.mayEdit(draft) ? PolicyDraftForms.header(draft, keys.fresh()) : null);
    }

    private PageView page(Actor actor, Text t, PolicyDraft draft, @Nullable Form header) {
        var page = new PolicyDraftViews(t).page(draft, actor, header, keys.fresh());
        return view("policy/draft", page, draft, t);
    }

    @PostMapping(PAGE + "/header")
    ModelAndView header(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable PolicyDraftId id,
            Seen seen,
            @RequestParam Map<String, String> typed) {
        var draft = find(actor, id);
        var errors = new ArrayList<FieldError>();
        var yaml = PolicyDraftForms.header(draft, typed, errors);
        var form = PolicyDraftForms.header(draft, keys.fresh());
        if (yaml == null) {
            return page(actor, t, draft, form.answered(typed).wrong(errors)).refused();
        }
        var text = draft.text();
        var changed = new PackageText(yaml, text.model(), text.examples(), text.source());
        return saved(
                        drafts.save(actor, key, new PolicyDrafts.Save(id, changed, seen)),
                        form.answered(typed),
                        form,
                        draft)
                .orElse(shown -> page(actor, t, draft, shown));
    }

    @GetMapping(PAGE + "/files")
    PageView files(Actor actor, Text t, @PathVariable PolicyDraftId id) {
        var draft = find(actor, id);
        return files(t, draft, PolicyDraftViews.mayEdit(draft) ? PolicyDraftForms.files(draft, keys.fresh()) : null);
    }

    private static PageView files(Text t, PolicyDraft draft, @Nullable Form form) {
        return view("policy/draft-files", new PolicyDraftViews(t).files(draft, form), draft, t);
    }

    @PostMapping(PAGE + "/files")
    ModelAndView files(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable PolicyDraftId id,
            Seen seen,
            @RequestParam Map<String, String> typed) {
        var draft = find(actor, id);
        var form = PolicyDraftForms.files(draft, keys.fresh());
        var save = new PolicyDrafts.Save(id, PolicyDraftForms.files(typed), seen);
        return saved(drafts.save(actor, key, save), form.answered(typed), form, draft)
                .orElse(shown -> files(t, draft, shown));
    }

    @GetMapping(PAGE + "/check")
    PageView check(Actor actor, Text t, @PathVariable PolicyDraftId id) {
        var draft = find(actor, id);
        return view("policy/draft-check", new PolicyDraftViews(t).check(draft), draft, t);
    }

    @PostMapping(PAGE + "/discard")
    ModelAndView discard(Actor actor, RequestKey key, @PathVariable PolicyDraftId id) {
        return answer(drafts.move(actor, key, id, DraftState.DISCARDED), "policy.draft.flash.discarded");
    }

    @PostMapping(PAGE + "/withdrawal")
    ModelAndView withdraw(Actor actor, RequestKey key, @PathVariable PolicyDraftId id) {
        return answer(drafts.move(actor, key, id, DraftState.DRAFT), "policy.draft.flash.withdrawn");
    }

    private interface Shown {
        PageView with(Form form);
    }

    /// Where saving led: on, or back to the form as it was answered.
    private record Saved(@Nullable ModelAndView done, Form refused, boolean isOvertaken) {
        ModelAndView orElse(Shown page) {
            if (done != null) {
                return done;
            }
            return isOvertaken
                    ? page.with(refused).overtaken()
                    : page.with(refused).refused();
        }
    }

    private static Saved saved(PolicyDraftOutcome outcome, Form answered, Form stored, PolicyDraft draft) {
        return switch (outcome) {
            case PolicyDraftOutcome.Done(var id) -> new Saved(to(id, "policy.draft.flash.saved"), answered, false);
            case PolicyDraftOutcome.Refused(var refusal)
            when refusal.code() == CommonRefusal.CHANGED_MEANWHILE -> {
                var change = new Conflict.Change(
                        draft.changed().by(), draft.changed().at());
                yield new Saved(null, answered.overtaken(stored, change, PolicyDraftForms.path(draft)), true);
            }
            case PolicyDraftOutcome.Refused(var refusal) -> new Saved(null, answered.refused(refusal), false);
        };
    }

    private PolicyDraft find(Actor actor, PolicyDraftId id) {
        return drafts.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    static PageView view(String template, Object page, PolicyDraft draft, Text t) {
        var title = new PolicyDraftViews(t).title(draft);
        return PageView.of(template, "policy.draft.title", page, title, draft.version())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.drafts.title", LIST));
    }

    static ModelAndView answer(PolicyDraftOutcome outcome, String flash) {
        return switch (outcome) {
            case PolicyDraftOutcome.Done(var draft) -> to(draft, flash);
            case PolicyDraftOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    static ModelAndView to(PolicyDraftId draft, String flash) {
        return SeeOther.to(LIST + "/" + draft).saying(Flash.done(flash));
    }
}
