// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import static java.util.Comparator.comparing;

import io.atrium.compute.JobRequest;
import io.atrium.compute.JobView;
import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The questions of the form for a new job, its first answers, and the answers as facts.
@Component
class JobQuestions {

    static final List<String> NAMES = List.of(
            "name",
            "project",
            "workload",
            "command",
            "where",
            "gpus",
            "share",
            "minutes",
            "neededBy",
            "interruptible",
            "cpus",
            "memory",
            "link",
            "dataAt");

    /// Most jobs need nothing of these, so they stand folded up.
    static final Set<String> FOLDED = Set.of("cpus", "memory", "link", "dataAt");

    private static final Map<String, String> SUGGESTED = Map.of(
            "workload", "clean-corpus",
            "gpus", "64",
            "share", GpuShare.WHOLE.toString(),
            "minutes", "10",
            "where", "",
            "interruptible", "no");

    /// More of them would make a hint nobody reads; the price list has all.
    private static final int LINKS_TOLD_MAX = 12;

    private final Pools pools;

    JobQuestions(Pools pools) {
        this.pools = pools;
    }

    Form form(Text t) {
        var all = pools.list();
        return Form.to(
                "/jobs/new",
                "compute.form.check",
                Field.text("name", "compute.job.name").hint("compute.form.name.hint"),
                Field.text("project", "compute.job.project")
                        .hint("compute.form.project.hint")
                        .optional(),
                Field.radios(
                        "workload",
                        "compute.job.workload",
                        List.of(
                                Option.key("clean-corpus", "compute.workload.clean-corpus"),
                                Option.key("command", "compute.workload.command"))),
                Field.of(FieldKind.TEXTAREA, "command", "compute.job.command")
                        .hint("compute.form.command.hint")
                        .optional(),
                Field.select("where", "compute.form.where", places(t, all)),
                Field.number("gpus", "compute.job.gpus")
                        .unit("compute.unit.gpus")
                        .hint("compute.form.gpus.hint"),
                Field.select("share", "compute.job.share", shares(t, all)).hint("compute.form.share.hint"),
                Field.number("minutes", "compute.job.limit")
                        .unit("compute.unit.minutes")
                        .hint("compute.form.minutes.hint"),
                Field.of(FieldKind.MOMENT, "neededBy", "compute.job.needed-by")
                        .hint("compute.form.needed-by.hint")
                        .optional(),
                Field.radios(
                                "interruptible",
                                "compute.job.interruptible",
                                List.of(
                                        Option.key("no", "compute.form.interruptible.no"),
                                        Option.key("yes", "compute.form.interruptible.yes")))
                        .hint("compute.form.interruptible.hint"),
                Field.number("cpus", "compute.job.cpus-per-gpu")
                        .unit("compute.unit.cpus")
                        .hint("compute.form.per-gpu.hint")
                        .optional(),
                Field.number("memory", "compute.job.memory-per-gpu")
                        .unit("compute.unit.gib")
                        .optional(),
                link(t, all),
                Field.select("dataAt", "compute.job.data-at", providers(t, all))
                        .hint("compute.form.data-at.hint")
                        .optional());
    }

    /// Says how fast the networks are that pools have, the fastest first.
    private static Field link(Text t, List<PoolView> all) {
        var field = Field.number("link", "compute.job.link")
                .unit("compute.unit.gbps")
                .optional();
        var said = all.stream()
                .filter(pool -> !pool.shape().link().isNothing())
                .sorted(comparing((PoolView pool) -> pool.shape().link())
                        .reversed()
                        .thenComparing(PoolView::id))
                .limit(LINKS_TOLD_MAX)
                .map(pool -> t.of(
                        "compute.form.link.pool", pool.id(), pool.shape().link().gbps()))
                .toList();
        return said.isEmpty()
                ? field.hint("compute.form.link.hint.none")
                : field.hint("compute.form.link.hint", String.join(t.of("web.list.separator"), said));
    }

    Map<String, String> suggested(String pool) {
        var answers = new LinkedHashMap<>(SUGGESTED);
        if (!pool.isEmpty()) {
            answers.put("where", "pool:" + pool);
            pools.find(pool)
                    .map(found -> found.shape().share())
                    .filter(share -> !share.isWhole())
                    .ifPresent(share -> answers.putAll(Map.of("share", share.toString(), "gpus", "1")));
        }
        return answers;
    }

    /// The answers that made a job, to ask for it again; its date was that of the first time.
    static Map<String, String> of(JobView job) {
        var ask = job.ask();
        var answers = new LinkedHashMap<String, String>();
        answers.put("name", ask.name());
        answers.put("project", ask.project());
        answers.put("workload", ask.workload());
        answers.put("command", String.join("\n", ask.command()));
        answers.put("where", "pool:" + ask.pool());
        answers.put("gpus", String.valueOf(ask.gpus()));
        answers.put("share", ask.shape().share().toString());
        answers.put("cpus", asked(ask.shape().perGpu().cpus()));
        answers.put("memory", asked(ask.shape().perGpu().memoryGib()));
        answers.put("link", asked(ask.shape().link().gbps()));
        answers.put("dataAt", ask.dataAt() == null ? "" : ask.dataAt().value());
        answers.put("minutes", String.valueOf(Math.ceilDiv(ask.timeLimit().toSeconds(), 60)));
        answers.put("interruptible", job.course().interruptible() ? "yes" : "no");
        return answers;
    }

    List<Fact> answers(Text t, JobRequest request) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("compute.job.name"), request.name()));
        if (!request.project().isEmpty()) {
            facts.add(Fact.of(t.of("compute.job.project"), request.project()));
        }
        facts.add(Fact.of(t.of("compute.job.workload"), t.of("compute.workload." + request.workload())));
        if (!request.command().isEmpty()) {
            facts.add(Fact.of(t.of("compute.job.command"), String.join(" ", request.command())));
        }
        var needs = request.needs();
        facts.add(Fact.of(t.of("compute.job.gpus"), GpuWords.of(t, request.gpus(), needs.share())));
        if (needs.cpusPerGpu() > 0 || needs.memoryGibPerGpu() > 0) {
            facts.add(Fact.of(
                    t.of("compute.job.per-gpu"), GpuWords.needs(t, needs.shape().perGpu())));
        }
        if (needs.linkGbps() > 0) {
            facts.add(Fact.of(
                    t.of("compute.link.label"),
                    GpuWords.linkNeeded(t, needs.shape().link())));
        }
        if (needs.dataAt() != null) {
            facts.add(Fact.of(t.of("compute.job.data-at"), provider(t, needs.dataAt())));
        }
        facts.add(Fact.of(t.of("compute.job.limit"), t.duration(request.timeLimit())));
        if (request.neededBy() != null) {
            facts.add(Fact.of(t.of("compute.job.needed-by"), t.dateTime(request.neededBy())));
        }
        facts.add(Fact.of(
                t.of("compute.job.interruptible"),
                t.of(request.interruptible() ? "compute.form.interruptible.yes" : "compute.form.interruptible.no")));
        return facts;
    }

    private static String asked(int least) {
        return least == 0 ? "" : String.valueOf(least);
    }

    private String provider(Text t, String id) {
        return providers(t, pools.list()).stream()
                .filter(option -> option.value().equals(id))
                .map(option -> option.text(t))
                .findFirst()
                .orElse(id);
    }

    /// Whole GPUs, and the shares that some pool sells.
    private static List<Option> shares(Text t, List<PoolView> all) {
        var options = new ArrayList<Option>();
        options.add(Option.key(GpuShare.WHOLE.toString(), "compute.form.share.whole"));
        all.stream()
                .map(pool -> pool.shape().share())
                .filter(share -> !share.isWhole())
                .distinct()
                .sorted()
                .map(share -> Option.literal(share.toString(), t.of("compute.badge.share", share)))
                .forEach(options::add);
        return options;
    }

    /// Nowhere in particular, or at one of those who have pools.
    private static List<Option> providers(Text t, List<PoolView> all) {
        var options = new ArrayList<Option>();
        options.add(Option.key("", "compute.form.data-at.none"));
        all.stream()
                .map(pool -> Option.literal(
                        pool.provider().value(), t.lang() == Lang.ZH ? pool.providerNameZh() : pool.providerNameEn()))
                .distinct()
                .forEach(options::add);
        return options;
    }

    /// Anywhere, a model, or a pool, each with its price.
    private static List<Option> places(Text t, List<PoolView> all) {
        var options = new ArrayList<Option>();
        options.add(Option.key("", "compute.form.where.any"));
        all.stream()
                .map(pool -> pool.gpuModel())
                .distinct()
                .map(model -> Option.literal("model:" + model, t.of("compute.form.where.model", model)))
                .forEach(options::add);
        all.stream()
                .map(pool -> Option.literal(
                        "pool:" + pool.id(),
                        t.of("compute.form.where.pool", pool.id(), model(t, pool), pool.pricePerGpuHour())))
                .forEach(options::add);
        return options;
    }

    /// With the share, where shares are sold.
    private static String model(Text t, PoolView pool) {
        var share = pool.shape().share();
        return share.isWhole() ? pool.gpuModel() : pool.gpuModel() + " " + t.of("compute.badge.share", share);
    }
}
