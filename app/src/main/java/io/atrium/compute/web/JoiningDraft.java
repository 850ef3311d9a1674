// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.joining.JoiningAnswers;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.kernel.Fen;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The answers of an application to join as typed so far: `contact.phone`, `pool.2.nodes`, `terms.service_hours`.
/// What was not answered, or cannot be read, becomes a value that the rules refuse.
record JoiningDraft(Map<String, String> typed) {

    static final String CONTACT = "contact.";
    static final String TERMS = "terms.";
    static final List<String> CONTACT_NAMES = List.of("name", "phone", "email", "about");
    static final List<String> POOL_NAMES = List.of(
            "id",
            "gpu_model",
            "gpu_memory_gib",
            "domestic",
            "nodes",
            "gpus_per_node",
            "shares_per_gpu",
            "cpus_per_node",
            "memory_gib",
            "region",
            "link_gbit");
    static final List<String> PRICE_NAMES = List.of("price", "from");
    static final List<String> TERMS_NAMES = List.of("service_hours", "incident_contact", "settlement_account");

    private static final int NUMBER_MAX = 99;

    static JoiningDraft empty() {
        return new JoiningDraft(Map.of());
    }

    static JoiningDraft of(JoiningAnswers answers) {
        var contact = answers.contact();
        var terms = answers.terms();
        var draft = empty().with(
                        CONTACT,
                        CONTACT_NAMES,
                        Map.of(
                                "name", contact.name(),
                                "phone", contact.phone(),
                                "email", contact.email(),
                                "about", contact.about()))
                .with(
                        TERMS,
                        TERMS_NAMES,
                        Map.of(
                                "service_hours", terms.serviceHours(),
                                "incident_contact", terms.incidentContact(),
                                "settlement_account", terms.settlementAccount()));
        for (int number = 1; number <= answers.pools().size(); number++) {
            draft = draft.withPool(number, answers.pools().get(number - 1));
        }
        return draft;
    }

    private JoiningDraft withPool(int number, JoiningAnswers.Pool pool) {
        var all = new LinkedHashMap<String, String>();
        all.put("id", pool.id());
        all.put("gpu_model", pool.gpuModel());
        all.put("gpu_memory_gib", String.valueOf(pool.gpuMemoryGib()));
        all.put("domestic", pool.domestic() ? "yes" : "no");
        all.put("nodes", String.valueOf(pool.nodes()));
        all.put("gpus_per_node", String.valueOf(pool.gpusPerNode()));
        all.put("shares_per_gpu", String.valueOf(pool.sharesPerGpu()));
        all.put("cpus_per_node", String.valueOf(pool.cpusPerNode()));
        all.put("memory_gib", String.valueOf(pool.memoryGib()));
        all.put("region", pool.region());
        all.put("link_gbit", pool.linkGbit() == 0 ? "" : String.valueOf(pool.linkGbit()));
        all.put("price", pool.price().yuan().toPlainString());
        all.put("from", pool.from().toString());
        return with(pool(number), all.keySet(), all);
    }

    static String pool(int number) {
        return "pool." + number + ".";
    }

    /// With the answers of one group in place of those from before.
    JoiningDraft with(String prefix, Collection<String> names, Map<String, String> answers) {
        var all = new LinkedHashMap<>(typed);
        names.forEach(
                name -> all.put(prefix + name, answers.getOrDefault(name, "").strip()));
        return new JoiningDraft(all);
    }

    /// The pools after it move up by one.
    JoiningDraft withoutPool(int gone) {
        var all = new LinkedHashMap<>(typed);
        int last = pools();
        for (int number = gone; number <= last; number++) {
            var here = pool(number);
            all.keySet().removeIf(key -> key.startsWith(here));
            if (number < last) {
                for (var answer : group(pool(number + 1)).entrySet()) {
                    all.put(here + answer.getKey(), answer.getValue());
                }
            }
        }
        return new JoiningDraft(all);
    }

    int pools() {
        return (int) IntStream.rangeClosed(1, NUMBER_MAX)
                .takeWhile(number -> typed.containsKey(pool(number) + "id"))
                .count();
    }

    /// The answers of one group, without its prefix.
    Map<String, String> group(String prefix) {
        var group = new LinkedHashMap<String, String>();
        typed.forEach((key, answer) -> {
            if (key.startsWith(prefix)) {
                group.put(key.substring(prefix.length()), answer);
            }
        });
        return group;
    }

    JoiningAnswers answers() {
        var pools = new ArrayList<JoiningAnswers.Pool>();
        for (int number = 1; number <= pools(); number++) {
            pools.add(poolOf(pool(number)));
        }
        return new JoiningAnswers(
                new JoiningAnswers.Contact(
                        text(CONTACT + "name"),
                        text(CONTACT + "phone"),
                        text(CONTACT + "email"),
                        text(CONTACT + "about")),
                pools,
                new JoiningAnswers.Terms(
                        text(TERMS + "service_hours"),
                        text(TERMS + "incident_contact"),
                        text(TERMS + "settlement_account")));
    }

    private JoiningAnswers.Pool poolOf(String prefix) {
        return new JoiningAnswers.Pool(
                text(prefix + "id"),
                text(prefix + "gpu_model"),
                number(prefix + "gpu_memory_gib"),
                text(prefix + "domestic").equals("yes"),
                number(prefix + "nodes"),
                number(prefix + "gpus_per_node"),
                sharesPerGpu(prefix),
                number(prefix + "cpus_per_node"),
                number(prefix + "memory_gib"),
                text(prefix + "region"),
                linkGbit(prefix),
                money(prefix + "price"),
                day(prefix + "from"));
    }

    /// A draft of before says nothing of shares.
    private int sharesPerGpu(String prefix) {
        var key = prefix + "shares_per_gpu";
        return text(key).isEmpty() ? GpuShare.WHOLE.perGpu() : number(key);
    }

    /// Nothing says nothing; what is no number is refused.
    private int linkGbit(String prefix) {
        var key = prefix + "link_gbit";
        return text(key).isEmpty() ? 0 : Numbers.of(text(key)).orElse(-1);
    }

    private String text(String key) {
        return typed.getOrDefault(key, "").strip();
    }

    private int number(String key) {
        return Numbers.of(text(key)).orElse(0);
    }

    private Fen money(String key) {
        try {
            return Fen.ofYuan(new BigDecimal(text(key).replaceAll("[\\s,，]", "")));
        } catch (ArithmeticException | NumberFormatException _) {
            return Fen.ZERO;
        }
    }

    private LocalDate day(String key) {
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeException _) {
            return LocalDate.EPOCH;
        }
    }
}
