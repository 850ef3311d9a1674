// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.read.PolicyFile;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.domain.DraftState;
import io.atrium.policy.domain.PackageDifferences;
import io.atrium.policy.web.PolicyDraftPage.Move;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the pages of drafts.
final class PolicyDraftViews {

    private static final List<String> PARTS = List.of("draft", "model", "examples", "files", "check", "differences");

    private final Text t;

    PolicyDraftViews(Text t) {
        this.t = t;
    }

    /// What the draft calls itself; its id as long as its file cannot be read.
    String title(PolicyDraft draft) {
        return PolicyFile.read(draft.text().policy(), new Problems())
                .map(file -> file.header().title())
                .map(title -> t.lang() == Lang.ZH ? title.zh() : title.en())
                .orElse(draft.policy().value());
    }

    PolicyDraftsPage.Row row(PolicyDraft draft) {
        return new PolicyDraftsPage.Row(
                title(draft),
                draft.version(),
                PolicyDraftForms.path(draft),
                tag(draft),
                draft.changed().by(),
                draft.changed().at());
    }

    static Tag tag(PolicyDraft draft) {
        var tone = switch (draft.state()) {
            case DRAFT -> Tone.INFO;
            case IN_REVIEW, APPROVED -> Tone.WAIT;
            case PUBLISHED -> Tone.GOOD;
            case DISCARDED -> Tone.PLAIN;
        };
        return new Tag(tone, "policy.draft.state." + draft.state().name());
    }

    List<Tab> tabs(PolicyDraft draft, String current) {
        return PARTS.stream()
                .map(part -> Tab.of(
                        t.of("policy.draft.tab." + part),
                        part.equals("draft") ? PolicyDraftForms.path(draft) : PolicyDraftForms.path(draft) + "/" + part,
                        part.equals(current)))
                .toList();
    }

    PolicyDraftPage page(PolicyDraft draft, Actor actor, @Nullable Form header, RequestKey key) {
        return new PolicyDraftPage(
                tag(draft),
                tabs(draft, "draft"),
                next(draft, actor),
                about(draft),
                header,
                moves(draft),
                draft.state().isOpen() ? WorkbenchAsk.PATH + "?source=" + draft.policy() + "@" + draft.id() : null,
                key);
    }

    private List<Fact> about(PolicyDraft draft) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("policy.draft.about.policy"), title(draft)).linked("/policies/" + draft.policy()));
        facts.add(Fact.of(t.of("policy.draft.about.version"), draft.version()));
        facts.add(Fact.of(
                t.of("policy.draft.about.based-on"),
                draft.basedOn() == null ? t.of("policy.draft.about.imported") : draft.basedOn()));
        facts.add(Fact.of(
                t.of("policy.draft.about.changed"),
                t.of(
                        "policy.draft.about.by",
                        draft.changed().by(),
                        draft.changed().at())));
        if (draft.review() instanceof PolicyDraft.Review review) {
            facts.add(
                    Fact.of(t.of("policy.draft.about.review"), t.of("policy.draft.about.by", review.by(), review.at()))
                            .from(review.note()));
            if (review.effectiveOn() != null) {
                facts.add(Fact.of(t.of("policy.draft.about.effective"), t.date(review.effectiveOn())));
            }
        }
        return facts;
    }

    private @Nullable Next next(PolicyDraft draft, Actor actor) {
        return switch (draft.state()) {
            case DRAFT -> new Next(t.of("policy.draft.next.draft"), t.of("policy.draft.who.writers"), null);
            case IN_REVIEW ->
                new Next(
                        t.of("policy.draft.next.review"),
                        t.of(draft.isWrittenBy(actor.person()) ? "policy.draft.who.second" : "policy.draft.who.you"),
                        null);
            case APPROVED -> new Next(t.of("policy.draft.next.approved"), t.of("policy.draft.who.atrium"), null);
            case PUBLISHED, DISCARDED -> null;
        };
    }

    private static List<Move> moves(PolicyDraft draft) {
        var path = PolicyDraftForms.path(draft);
        return switch (draft.state()) {
            case DRAFT ->
                List.of(
                        new Move(path + "/submission", "submission", "policy.draft.submit", ""),
                        new Move(path + "/discard", "discard", "policy.draft.discard", "atrium-button--danger"));
            case IN_REVIEW, APPROVED ->
                List.of(new Move(path + "/withdrawal", "withdrawal", "policy.draft.withdraw", "atrium-button--second"));
            case PUBLISHED, DISCARDED -> List.of();
        };
    }

    PolicyDraftPage.Files files(PolicyDraft draft, @Nullable Form form) {
        var text = draft.text();
        return new PolicyDraftPage.Files(
                tag(draft),
                tabs(draft, "files"),
                form,
                List.of(
                        new PolicyDraftPage.TextFile("policy.yaml", text.policy()),
                        new PolicyDraftPage.TextFile("model.dmn", text.model()),
                        new PolicyDraftPage.TextFile("examples.yaml", text.examples()),
                        new PolicyDraftPage.TextFile("source.md", text.source())));
    }

    PolicyDraftPage.Check check(PolicyDraft draft) {
        return new PolicyDraftPage.Check(tag(draft), tabs(draft, "check"), problems(draft));
    }

    List<PolicyDraftPage.ProblemRow> problems(PolicyDraft draft) {
        var places = new ProblemPlaces(draft, t);
        return found(draft.text()).stream().map(places::row).toList();
    }

    static List<Problem> found(PackageText text) {
        return PolicyPackages.check(text) instanceof ReadOutcome.Refused(var problems) ? problems : List.of();
    }

    List<PolicyDraftPage.DifferenceRow> differences(CompiledPolicy before, CompiledPolicy after) {
        return PackageDifferences.between(before, after).stream()
                .map(difference -> new PolicyDraftPage.DifferenceRow(
                        t.of("policy.draft.difference", difference.kind()),
                        difference.name(),
                        difference.before().orElse("—"),
                        difference.after().orElse("—")))
                .toList();
    }

    PolicyDraftPage.FileRow file(PackageDifferences.FileChange change) {
        return new PolicyDraftPage.FileRow(
                t.of("policy.draft.difference.file", change.file(), change.line()),
                String.join("\n", change.before()),
                String.join("\n", change.after()));
    }

    static boolean mayEdit(PolicyDraft draft) {
        return draft.state() == DraftState.DRAFT;
    }
}
