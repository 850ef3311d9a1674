// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.CertificateKind;
import io.atrium.company.CertificateView;
import io.atrium.company.Certificates;
import io.atrium.engine.decision.decide.ConditionResult;
import io.atrium.engine.decision.decide.ConditionStatus;
import io.atrium.engine.decision.decide.FactUsed;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ApplicationCheck;
import io.atrium.policy.ApplicationPaper;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.Applications;
import io.atrium.web.RequestKeys;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.UploadLimit;
import io.atrium.web.text.Text;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The forms about papers: one group per condition that a paper can prove, and one for a paper that is not in the store
/// yet.
@Component
class ApplicationPaperForms {

    static final String PREFIX = "paper_";
    static final String STATEMENT = "statement";
    static final String FILE = "file";

    private static final int FILE_BYTES_MAX = 20 * 1024 * 1024;
    private static final UploadLimit LIMIT =
            new UploadLimit(".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg", FILE_BYTES_MAX, 1);

    private final Applications applications;
    private final Certificates certificates;
    private final BusinessClock clock;
    private final RequestKeys keys;

    ApplicationPaperForms(Applications applications, Certificates certificates, BusinessClock clock, RequestKeys keys) {
        this.applications = applications;
        this.certificates = certificates;
        this.clock = clock;
        this.keys = keys;
    }

    /// The conditions that a paper can prove: those that a person judges, and those that rest on what the firm itself
    /// says.
    List<String> slots(ApplicationCheck check) {
        return Stream.concat(
                        check.decision()
                                .conditions()
                                .leaves()
                                .filter(leaf -> !isProven(leaf))
                                .map(ConditionResult::id),
                        Stream.of(ApplicationPaper.OTHER))
                .toList();
    }

    /// Conditions for which nothing has to be handed in, with who vouches for them.
    List<Fact> proven(ApplicationCheck check, ApplicationWords words, Text t) {
        return check.decision()
                .conditions()
                .leaves()
                .filter(ApplicationPaperForms::isProven)
                .map(leaf -> Fact.of(words.policy().of(leaf.label()), t.of("policy.application.papers.known")))
                .toList();
    }

    private static boolean isProven(ConditionResult leaf) {
        var sources = leaf.facts().stream()
                .map(FactUsed::source)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return leaf.status() != ConditionStatus.MANUAL_REVIEW
                && leaf.missing().isEmpty()
                && ApplicationFacts.isProven(sources);
    }

    Form picking(Actor actor, ApplicationView application, ApplicationCheck check, ApplicationWords words, Text t) {
        var picked = applications.papers(application.id()).stream()
                .collect(Collectors.groupingBy(
                        ApplicationPaper::slot,
                        Collectors.mapping(paper -> paper.certificate().value(), Collectors.toSet())));
        var kept = certificates.list(actor, application.firm());
        var form = Form.to(ApplicationCourse.PAPERS.href(application.id()), "policy.application.continue");
        if (!kept.isEmpty()) {
            var options = kept.stream().map(paper -> option(paper, t)).toList();
            for (var slot : slots(check)) {
                form = form.with(Field.of(FieldKind.CHECKBOXES, PREFIX + slot, words.slot(check.policy(), slot))
                        .options(options)
                        .values(picked.getOrDefault(slot, Set.of()))
                        .optional());
            }
        }
        return form.with(Field.of(FieldKind.TEXTAREA, STATEMENT, "policy.application.statement")
                        .hint("policy.application.statement.hint")
                        .value(application.statement())
                        .optional())
                .keyed(keys.fresh());
    }

    private Option option(CertificateView paper, Text t) {
        var details = paper.details();
        var name = t.of("company.certificate.name", t.of("company.certificate.kind", details.kind()), details.number());
        var trust =
                t.of(paper.check() == null ? "company.certificate.trust.self" : "company.certificate.trust.checked");
        var until =
                details.validUntil() == null ? t.of("company.certificate.endless") : t.dateShort(details.validUntil());
        var state = t.of(
                paper.hasEndedBy(clock.today())
                        ? "company.certificate.state.ended"
                        : "company.certificate.state.valid");
        return Option.literal(paper.id().value(), name).hint(t.of("company.certificate.hint", trust, state, until));
    }

    /// What was ticked, by condition.
    static Map<String, List<String>> picked(Map<String, List<String>> typed) {
        var picked = new HashMap<String, List<String>>();
        typed.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                picked.put(name.substring(PREFIX.length()), values);
            }
        });
        return picked;
    }

    Form adding(ApplicationView application, ApplicationCheck check, ApplicationWords words) {
        var slots = slots(check).stream()
                .map(slot -> Option.literal(slot, words.slot(check.policy(), slot)))
                .toList();
        var kinds = Arrays.stream(CertificateKind.values())
                .map(kind -> Option.key(kind.name(), "company.certificate.kind." + kind))
                .toList();
        return Form.to(
                        "/applications/" + application.id() + "/papers/new",
                        "policy.application.paper.submit",
                        Field.select("slot", "policy.application.paper.slot", slots),
                        Field.select("kind", "company.certificate.kind", kinds),
                        Field.text("number", "company.certificate.number"),
                        Field.text("issuer", "company.certificate.issuer"),
                        Field.of(FieldKind.DATE, "valid_until", "company.certificate.until")
                                .hint("company.certificate.until.hint")
                                .small()
                                .optional(),
                        Field.upload(FILE, "company.certificate.file", LIMIT).hint("company.certificate.file.hint"))
                .keyed(keys.fresh());
    }
}
