// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobRequest;
import io.atrium.compute.JobRequest.Needs;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.web.component.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The answers of the form for a new job, as typed, and the request that they make.
record JobAnswers(Map<String, String> typed) {

    private static final String MODEL = "model:";
    private static final String POOL = "pool:";

    /// What is no number or no moment; rules about them are the front door's business.
    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        if (share().isEmpty()) {
            errors.add(FieldError.of("share", "compute.form.share.wrong"));
        }
        if (gpus().isEmpty()) {
            errors.add(FieldError.of("gpus", "compute.form.number"));
        }
        for (var optional : List.of("cpus", "memory", "link")) {
            if (!typed(optional).isBlank() && number(optional).isEmpty()) {
                errors.add(FieldError.of(optional, "compute.form.number"));
            }
        }
        if (number("minutes").isEmpty()) {
            errors.add(FieldError.of("minutes", "compute.form.number"));
        }
        if (!typed("neededBy").isBlank() && neededBy() == null) {
            errors.add(FieldError.of("neededBy", "compute.provider.moment.wrong"));
        }
        return errors;
    }

    /// Only when there are no [#errors].
    JobRequest request() {
        var command = typed("command")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new JobRequest(
                typed("name"),
                typed("workload"),
                typed("workload").equals("command") ? command : List.of(),
                (int) Math.min(Integer.MAX_VALUE, gpus().orElseThrow()),
                Duration.ofMinutes(Math.min(number("minutes").orElseThrow(), 1_000_000)),
                after(POOL),
                after(MODEL),
                typed("project").strip(),
                typed("interruptible").equals("yes"),
                neededBy(),
                new Needs(
                        share().orElseThrow(),
                        (int) number("cpus").orElse(0),
                        (int) number("memory").orElse(0),
                        (int) number("link").orElse(0),
                        typed("dataAt").isBlank() ? null : typed("dataAt")));
    }

    /// For an estimate: a job costs the same whatever its name, and a command may still be missing.
    JobRequest draft() {
        var request = request();
        return new JobRequest(
                "-",
                typed("workload").equals("command") ? "command" : "clean-corpus",
                typed("workload").equals("command") ? List.of("-") : List.of(),
                request.gpus(),
                request.timeLimit(),
                request.pool(),
                request.gpuModel(),
                "",
                request.interruptible(),
                request.neededBy(),
                request.needs());
    }

    private String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    private @Nullable String after(String prefix) {
        return typed("where").startsWith(prefix) ? typed("where").substring(prefix.length()) : null;
    }

    private @Nullable Instant neededBy() {
        return Moments.of(typed("neededBy")).orElse(null);
    }

    /// A form of before has no shares.
    private Optional<GpuShare> share() {
        return typed("share").isEmpty() ? Optional.of(GpuShare.WHOLE) : GpuShare.read(typed("share"));
    }

    /// Beside a share it says nothing: a job takes one.
    private OptionalLong gpus() {
        return share().filter(share -> !share.isWhole()).isPresent() ? OptionalLong.of(1) : number("gpus");
    }

    private OptionalLong number(String name) {
        var number = Numbers.of(typed(name));
        return number.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number.getAsInt());
    }
}
