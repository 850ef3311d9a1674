// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.CertificateId;
import io.atrium.company.CertificateView;
import io.atrium.company.Certificates;
import io.atrium.kernel.access.Actor;
import io.atrium.policy.store.ApplicationStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The papers of an application: picked from the firm's store, never uploaded twice. Whoever calls has locked the
/// application.
@Component
class ApplicationPapers {

    private final ApplicationStore store;
    private final ApplicationChecks checks;
    private final Certificates certificates;

    ApplicationPapers(ApplicationStore store, ApplicationChecks checks, Certificates certificates) {
        this.store = store;
        this.checks = checks;
        this.certificates = certificates;
    }

    /// A paper that was uploaded for this application stays counted as such.
    void replace(Actor actor, ApplicationView application, Map<String, List<String>> picked) {
        var slots = slots(application);
        var uploaded = store.papers(application.id()).stream()
                .filter(ApplicationPaper::isNew)
                .map(ApplicationPaper::certificate)
                .collect(Collectors.toSet());
        var papers = new ArrayList<ApplicationPaper>();
        picked.forEach((slot, ids) -> {
            if (slots.contains(slot)) {
                ids.stream()
                        .distinct()
                        .map(id -> paper(actor, slot, id, uploaded.contains(new CertificateId(id))))
                        .forEach(papers::add);
            }
        });
        write(application, papers);
    }

    void add(Actor actor, ApplicationView application, ApplyForBenefit.AddPaper command) {
        var slot = slots(application).contains(command.slot()) ? command.slot() : ApplicationPaper.OTHER;
        var added = paper(actor, slot, command.certificate(), true);
        var others = store.papers(application.id()).stream()
                .filter(paper ->
                        !(paper.slot().equals(slot) && paper.certificate().equals(added.certificate())));
        write(application, Stream.concat(others, Stream.of(added)).toList());
    }

    private void write(ApplicationView application, List<ApplicationPaper> papers) {
        store.replacePapers(application.id(), papers);
        store.touch(application.id());
    }

    private Set<String> slots(ApplicationView application) {
        var conditions = checks.of(application).policy().content().conditions();
        return Stream.concat(conditions.leaves().map(leaf -> leaf.id()), Stream.of(ApplicationPaper.OTHER))
                .collect(Collectors.toSet());
    }

    private ApplicationPaper paper(Actor actor, String slot, String id, boolean isNew) {
        return certificates
                .find(actor, new CertificateId(id))
                .filter(certificate -> certificate.firm().equals(actor.organisation()))
                .map(certificate -> paper(slot, certificate, isNew))
                .orElseThrow(Applications::notFound);
    }

    private static ApplicationPaper paper(String slot, CertificateView certificate, boolean isNew) {
        var details = certificate.details();
        return new ApplicationPaper(
                slot, certificate.id(), certificate.file(), details.kind(), details.number(), isNew);
    }
}
