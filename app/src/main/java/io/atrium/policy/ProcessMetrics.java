// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.policy.domain.Median;
import io.atrium.policy.store.ProcessStore;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The figures of 高效办成一件事 per policy: steps, working days, documents, visits, before and now.
@Component
public class ProcessMetrics {

    private final Policies policies;
    private final ProcessStore store;
    private final WorkingCalendar calendar;

    ProcessMetrics(Policies policies, ProcessStore store, WorkingCalendar calendar) {
        this.policies = policies;
        this.store = store;
        this.calendar = calendar;
    }

    /// Every policy of the catalogue for which there is anything to tell.
    @Transactional(readOnly = true)
    public List<ProcessMetric> list() {
        var cases = store.cases(null).stream().collect(Collectors.groupingBy(ProcessCase::policy));
        return policies.list().stream()
                .map(policy -> metric(policy, cases))
                .filter(ProcessMetric::isWorthShowing)
                .toList();
    }

    @Transactional(readOnly = true)
    public ProcessMetric of(PublishedPolicy policy) {
        return metric(policy, Map.of(policy.id(), store.cases(policy.id())));
    }

    private ProcessMetric metric(PublishedPolicy policy, Map<PolicyId, List<ProcessCase>> cases) {
        return new ProcessMetric(
                policy, policy.header().before(), measured(cases.getOrDefault(policy.id(), List.of())));
    }

    private ProcessMetric.@Nullable Measured measured(List<ProcessCase> cases) {
        if (cases.isEmpty()) {
            return null;
        }
        var fulfilled = cases.stream().filter(one -> one.fulfilled() != null).toList();
        return new ProcessMetric.Measured(
                cases.stream().mapToInt(ProcessCase::cases).sum(),
                median(cases, ProcessCase::steps).orElseThrow(),
                median(cases, one -> calendar.workingDaysBetween(one.begun(), one.decided()))
                        .orElseThrow(),
                median(fulfilled, this::daysToPayment).orElse(null),
                median(cases, ProcessCase::uploaded).orElseThrow(),
                median(cases, ProcessCase::kept).orElseThrow());
    }

    private int daysToPayment(ProcessCase one) {
        return one.fulfilled() == null ? 0 : calendar.workingDaysBetween(one.begun(), one.fulfilled());
    }

    private static Optional<BigDecimal> median(Collection<ProcessCase> cases, ToIntFunction<ProcessCase> figure) {
        return Median.of(cases.stream()
                .flatMap(one -> Collections.nCopies(one.cases(), figure.applyAsInt(one)).stream())
                .toList());
    }
}
