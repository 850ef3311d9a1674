// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads what slurmrestd writes, in the shapes of all its versions: a number may stand plain or as
/// `{"set": true, "infinite": false, "number": 7}`, a state as a word or as a list of words.
final class SlurmJson {

    private SlurmJson() {}

    static List<SlurmJob> jobs(JsonNode answer) {
        return answer.path("jobs").valueStream().map(SlurmJson::job).toList();
    }

    private static SlurmJob job(JsonNode job) {
        return new SlurmJob(
                number(job.path("job_id")),
                job.path("name").asString(""),
                words(job.path("job_state")),
                job.path("state_reason").asString(""),
                number(job.path("start_time")),
                number(job.path("end_time")),
                waitStatus(job.path("exit_code")),
                0);
    }

    /// The accounting's jobs stand in another shape.
    static List<SlurmJob> accounted(JsonNode answer) {
        return answer.path("jobs").valueStream().map(SlurmJson::accountedJob).toList();
    }

    private static SlurmJob accountedJob(JsonNode job) {
        var time = job.path("time");
        var processor = time.path("total");
        return new SlurmJob(
                number(job.path("job_id")),
                job.path("name").asString(""),
                words(job.path("state").path("current")),
                job.path("state").path("reason").asString(""),
                number(time.path("start")),
                number(time.path("end")),
                waitStatus(job.path("exit_code")),
                number(processor.path("seconds")) * 1_000 + number(processor.path("microseconds")) / 1_000);
    }

    /// 0 for what is not set, is endless, or is no number.
    static long number(JsonNode value) {
        if (value.isObject()) {
            var isMeant =
                    value.path("set").asBoolean(true) && !value.path("infinite").asBoolean(false);
            return isMeant ? number(value.path("number")) : 0;
        }
        return value.isNumber() ? value.longValue() : 0;
    }

    static Set<String> words(JsonNode value) {
        var words = new LinkedHashSet<String>();
        if (value.isArray()) {
            value.valueStream().map(word -> word.asString("")).forEach(words::add);
        } else if (value.isString()) {
            words.add(value.asString());
        }
        return words;
    }

    /// Older versions give the status of `wait`, newer ones its parts.
    private static int waitStatus(JsonNode exit) {
        if (exit.has("return_code")) {
            var signal = exit.path("signal");
            var number = number(signal.has("id") ? signal.path("id") : signal.path("signal_id"));
            return (int) (number(exit.path("return_code")) << 8 | number);
        }
        return (int) number(exit);
    }
}
