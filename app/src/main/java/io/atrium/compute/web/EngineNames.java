// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobView;
import io.atrium.compute.budget.BudgetWork;
import io.atrium.compute.execution.slurm.SlurmEngine;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/// Execution engines and what they say of a job, in the reader's words.
final class EngineNames {

    /// What a job's detail may begin with and is told in words; the rest of it is the provider's own.
    private static final List<String> TOLD = List.of(
            "PROVIDER_WAITS",
            "PROVIDER_SAYS",
            "PROVIDER_SILENT",
            "FORGOTTEN_BY_PROVIDER",
            "CANCELLED_BY_PROVIDER",
            "PROVIDER_REFUSED",
            "SUBMISSION_LOST",
            "CLUSTER_NOT_IN_SETTINGS",
            "NODE_LOST");

    private static final List<String> SILENT_SINCE = List.of("PROVIDER_SILENT_SINCE", "NODE_SILENT_SINCE");

    private EngineNames() {}

    static String of(Text t, String engine) {
        return engine.startsWith(SlurmEngine.NAMES)
                ? t.of("compute.engine.slurm", cluster(engine))
                : t.of("compute.engine." + engine);
    }

    static String cluster(String engine) {
        return engine.substring(SlurmEngine.NAMES.length());
    }

    /// On a cluster or nowhere: what a run used of a machine is then not known.
    static boolean isElsewhere(JobView job) {
        return job.isSimulated() || job.engine().startsWith(SlurmEngine.NAMES);
    }

    static String detail(Text t, JobView job) {
        var words = job.detail().split(" ", 2);
        var rest = words.length > 1 ? words[1] : "";
        if (SILENT_SINCE.contains(words[0])) {
            return silentSince(t, words[0], rest);
        }
        return TOLD.contains(words[0]) ? t.of("compute.engine.says." + words[0], rest) : stopReason(t, job.detail());
    }

    /// Why a job was stopped: what somebody wrote, or, where Atrium stopped it by itself, that in words.
    static String stopReason(Text t, String reason) {
        return reason.replaceFirst("^STOPPED ", "").equals(BudgetWork.STOP_REASON)
                ? t.of("compute.stop.budget")
                : reason;
    }

    private static String silentSince(Text t, String code, String moment) {
        try {
            return t.of("compute.engine.says." + code, t.dateTime(Instant.parse(moment)));
        } catch (DateTimeParseException _) {
            return moment;
        }
    }
}
