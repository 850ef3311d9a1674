// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import io.atrium.engine.meaning.pattern.Finding;
import io.atrium.engine.meaning.pattern.FindingReason.AskedAgain;
import io.atrium.engine.meaning.pattern.PatternSettings;
import io.atrium.engine.meaning.pattern.PatternWatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A stream that the engine has watched from its first day to its last.
final class WatchedStream {
    private final List<Finding> findings = new ArrayList<>();

    WatchedStream(NeedStream stream, PatternSettings settings) {
        var watch = new PatternWatch(settings, stream::isWorkingDay);
        var first = stream.events().getFirst().day();
        for (var event : stream.events()) {
            if (event.day().isAfter(first))
                findings.addAll(watch.close(event.day().minusDays(1)));
            watch.add(event);
        }
        findings.addAll(watch.close(first.plusDays(NeedStream.DAYS - 1L)));
    }

    List<Alarm> alarms() {
        return findings.stream()
                .filter(finding -> finding.kind() != Finding.Kind.REPEATED_FIRM)
                .map(finding -> new Alarm(finding.day(), finding.cases()))
                .toList();
    }

    Set<String> repeatedFirms() {
        var firms = new HashSet<String>();
        findings.stream()
                .flatMap(finding -> finding.reasons().stream())
                .filter(AskedAgain.class::isInstance)
                .map(AskedAgain.class::cast)
                .forEach(again -> firms.add(again.firm()));
        return firms;
    }
}
