// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.PolicyDraftId;
import io.atrium.policy.PolicyDraftOutcome;
import io.atrium.policy.PolicyDrafts;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PolicyReviews;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.DraftState;
import io.atrium.policy.domain.PackageDifferences;
import io.atrium.policy.domain.PackageZip;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.Seen;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
import org.springframework.web.servlet.ModelAndView;

/// `/policy-drafts/{id}/differences`: what a draft changes, for a second officer to approve or send back; and packages
/// as files.
@Controller
class PolicyReviewPages {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final PolicyDrafts drafts;
    private final PolicyReviews reviews;
    private final Policies policies;
    private final BusinessClock clock;
    private final RequestKeys keys;

    PolicyReviewPages(
            PolicyDrafts drafts, PolicyReviews reviews, Policies policies, BusinessClock clock, RequestKeys keys) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.policies = policies;
        this.clock = clock;
        this.keys = keys;
    }

    @PostMapping(PolicyDraftPages.PAGE + "/submission")
    ModelAndView submit(Actor actor, RequestKey key, @PathVariable PolicyDraftId id) {
        return PolicyDraftPages.answer(reviews.submit(actor, key, id), "policy.draft.flash.submitted");
    }

    @GetMapping(PolicyDraftPages.PAGE + "/differences")
    PageView differences(Actor actor, Text t, @PathVariable PolicyDraftId id) {
        return page(actor, t, id, UnaryOperator.identity());
    }

    @PostMapping(PolicyDraftPages.PAGE + "/approval")
    ModelAndView approve(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable PolicyDraftId id,
            Seen seen,
            @RequestParam Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        var day = PolicyDraftForms.day(typed, errors);
        if (day == null) {
            return page(actor, t, id, form -> again(form, "/approval", typed).wrong(errors))
                    .refused();
        }
        var command = new PolicyReviews.Decide(id, day, typed.getOrDefault("note", ""), seen);
        return decided(actor, t, reviews.decide(actor, key, command), new Answered(id, "/approval", typed));
    }

    @PostMapping(PolicyDraftPages.PAGE + "/return")
    ModelAndView sendBack(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable PolicyDraftId id,
            Seen seen,
            @RequestParam Map<String, String> typed) {
        var command = new PolicyReviews.Decide(id, null, typed.getOrDefault("reason", ""), seen);
        return decided(actor, t, reviews.decide(actor, key, command), new Answered(id, "/return", typed));
    }

    private record Answered(PolicyDraftId draft, String action, Map<String, String> typed) {}

    private ModelAndView decided(Actor actor, Text t, PolicyDraftOutcome outcome, Answered answered) {
        var flash = answered.action().equals("/return") ? "policy.draft.flash.returned" : "policy.draft.flash.approved";
        return switch (outcome) {
            case PolicyDraftOutcome.Done(var draft) -> PolicyDraftPages.to(draft, flash);
            case PolicyDraftOutcome.Refused(var refusal) -> refused(actor, t, refusal, answered);
        };
    }

    private PageView refused(Actor actor, Text t, Refusal refusal, Answered answered) {
        var page = page(
                actor,
                t,
                answered.draft(),
                form -> form.action().endsWith(answered.action())
                        ? form.answered(answered.typed()).refused(refusal)
                        : form);
        return refusal.code() == CommonRefusal.CHANGED_MEANWHILE ? page.overtaken() : page.refused();
    }

    private static Form again(Form form, String action, Map<String, String> typed) {
        return form.action().endsWith(action) ? form.answered(typed) : form;
    }

    private PageView page(Actor actor, Text t, PolicyDraftId id, UnaryOperator<Form> answered) {
        var draft = drafts.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var views = new PolicyDraftViews(t);
        var against = against(draft);
        var rows = against.flatMap(before -> read(draft).map(after -> views.differences(before.compiled(), after)))
                .orElse(List.of());
        var files = against.flatMap(before -> policies.text(draft.policy(), before.version()))
                .map(before -> PackageDifferences.between(before, draft.text()).stream()
                        .map(views::file)
                        .toList())
                .orElse(List.of());
        boolean isReviewed = draft.state() == DraftState.IN_REVIEW;
        boolean isReviewer = isReviewed && !draft.isWrittenBy(actor.person());
        var compared = reviews.comparedIn(draft);
        var page = new PolicyDraftPage.Differences(
                PolicyDraftViews.tag(draft),
                views.tabs(draft, "differences"),
                against.map(PublishedPolicy::version).orElse(null),
                rows,
                files,
                isReviewer
                        ? answered.apply(PolicyDraftForms.approve(draft, compared, clock.today(), keys.fresh()))
                        : null,
                isReviewer ? answered.apply(PolicyDraftForms.sendBack(draft, compared, keys.fresh())) : null,
                isReviewed && !isReviewer ? t.of("policy.draft.review.not-you") : null);
        return PolicyDraftPages.view("policy/draft-differences", page, draft, t);
    }

    /// A published draft is shown beside what was in force when it was reviewed.
    private Optional<PublishedPolicy> against(PolicyDraft draft) {
        var reviewed = draft.state() == DraftState.PUBLISHED ? draft.review() : null;
        return reviewed == null
                ? policies.find(draft.policy())
                : Optional.ofNullable(reviewed.against()).flatMap(version -> policies.find(draft.policy(), version));
    }

    private static Optional<CompiledPolicy> read(PolicyDraft draft) {
        return PolicyPackages.read(draft.text()) instanceof ReadOutcome.Ready ready
                ? Optional.of(ready.policy())
                : Optional.empty();
    }

    @GetMapping(PolicyDraftPages.PAGE + "/package")
    ResponseEntity<byte[]> draftPackage(Actor actor, @PathVariable PolicyDraftId id) {
        var draft = drafts.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return zip(draft.policy(), draft.version(), PackageZip.write(draft.text()));
    }

    /// What is published is open to everybody, the package too.
    @GetMapping("/policies/{policy}/package")
    ResponseEntity<byte[]> publishedPackage(
            @PathVariable PolicyId policy, @RequestParam(required = false) @Nullable String version) {
        var wanted = version != null
                ? version
                : policies.find(policy).map(PublishedPolicy::version).orElse("");
        var text = policies.text(policy, wanted).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return zip(policy, wanted, PackageZip.write(text));
    }

    private static ResponseEntity<byte[]> zip(PolicyId policy, String version, byte[] bytes) {
        var name = ContentDisposition.attachment()
                .filename(policy + "-" + version + ".zip")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(ZIP)
                .body(bytes);
    }
}
