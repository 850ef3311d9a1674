// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.company.domain.Claim;
import io.atrium.company.domain.KnownFact;
import io.atrium.company.domain.Revision;
import io.atrium.company.events.CompanyFactsChanged;
import io.atrium.company.store.CompanyStore;
import io.atrium.company.store.FactStore;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes claims into company files: revises what is known, lets the lists follow, tells the others.
@Component
class FactBook {

    private final FactStore facts;
    private final CompanyStore companies;
    private final FactCatalogue catalogue;
    private final ApplicationEventPublisher events;

    FactBook(FactStore facts, CompanyStore companies, FactCatalogue catalogue, ApplicationEventPublisher events) {
        this.facts = facts;
        this.companies = companies;
        this.catalogue = catalogue;
        this.events = events;
    }

    /// The firms' files exist and are locked by the caller's transaction.
    ///
    /// @return how many claims said something new, for each firm where one did
    Map<OrgId, Integer> write(Map<OrgId, List<Claim>> claims, String cause, String recordedBy, Instant at) {
        var current = facts.current(claims.keySet());
        var closed = new ArrayList<Long>();
        var opened = new LinkedHashMap<OrgId, List<Claim>>();
        var news = new LinkedHashMap<OrgId, Integer>();
        claims.forEach((firm, all) -> {
            var known = current.getOrDefault(firm, Map.of());
            for (var claim : all) {
                var revision = Revision.of(known.getOrDefault(claim.key(), List.of()), claim);
                if (!revision.isEmpty()) {
                    revision.closed().stream().map(KnownFact::id).forEach(closed::add);
                    opened.computeIfAbsent(firm, _ -> new ArrayList<>()).addAll(revision.opened());
                    news.merge(firm, 1, Integer::sum);
                }
            }
        });
        if (!news.isEmpty()) {
            facts.close(closed, at);
            facts.open(opened, recordedBy, at);
            companies.refresh(news.keySet());
            events.publishEvent(new CompanyFactsChanged(List.copyOf(news.keySet()), keys(opened), cause, at));
        }
        return new HashMap<>(news);
    }

    private Set<String> keys(Map<OrgId, List<Claim>> opened) {
        return catalogue.withQuotients(
                opened.values().stream().flatMap(List::stream).map(Claim::key).collect(Collectors.toSet()));
    }
}
