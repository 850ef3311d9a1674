// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import static io.atrium.compute.joining.JoiningRules.*;

import io.atrium.compute.RegisterPool;
import io.atrium.compute.joining.JoiningWrong;
import io.atrium.compute.status.PoolPrices;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Limits;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import java.util.List;
import java.util.Map;

/// The questions of an application to join, one group each, and what is wrong with the answers.
final class JoiningQuestions {

    private static final String NEXT = "compute.joining.next";

    /// What a message about a wrong answer tells as its limit.
    private static final Map<String, Object> LIMITS = Map.ofEntries(
            Map.entry("name", SHORT_LENGTH_MAX),
            Map.entry("about", WORDS_LENGTH_MAX),
            Map.entry("gpu_model", SHORT_LENGTH_MAX),
            Map.entry("gpu_memory_gib", GPU_MEMORY_GIB_MAX),
            Map.entry("nodes", RegisterPool.NODES_MAX),
            Map.entry("gpus_per_node", GPUS_PER_NODE_MAX),
            Map.entry("shares_per_gpu", GPUS_PER_NODE_MAX),
            Map.entry("cpus_per_node", CPUS_PER_NODE_MAX),
            Map.entry("memory_gib", MEMORY_GIB_MAX),
            Map.entry("region", SHORT_LENGTH_MAX),
            Map.entry("link_gbit", Limits.LINK_GBPS_MAX),
            Map.entry("price", PoolPrices.PRICE_MAX),
            Map.entry("from", AHEAD_DAYS_MAX),
            Map.entry("service_hours", LINE_LENGTH_MAX),
            Map.entry("incident_contact", LINE_LENGTH_MAX),
            Map.entry("settlement_account", LINE_LENGTH_MAX),
            Map.entry(JoiningWrong.POOLS, POOLS_MAX));

    private JoiningQuestions() {}

    static Form contact() {
        return Form.to(
                JoiningCourse.NEW + "/contact",
                NEXT,
                Field.text("name", "compute.joining.name").autocomplete("name"),
                Field.text("phone", "compute.joining.phone")
                        .hint("compute.joining.phone.hint")
                        .autocomplete("tel"),
                Field.of(FieldKind.EMAIL, "email", "compute.joining.email").autocomplete("email"),
                Field.of(FieldKind.TEXTAREA, "about", "compute.joining.about").hint("compute.joining.about.hint"));
    }

    static Form pool(int number) {
        return Form.to(
                JoiningCourse.NEW + "/pools/" + number,
                "compute.joining.pool.keep",
                Field.text("id", "compute.joining.id").hint("compute.joining.id.hint"),
                Field.text("gpu_model", "compute.gpu-model").hint("compute.joining.gpu_model.hint"),
                Field.number("gpu_memory_gib", "compute.joining.gpu_memory_gib").unit("compute.joining.unit.gib"),
                Field.radios(
                        "domestic",
                        "compute.joining.domestic",
                        List.of(
                                Option.key("yes", "compute.joining.domestic.yes"),
                                Option.key("no", "compute.joining.domestic.no"))),
                Field.number("nodes", "compute.joining.nodes").unit("compute.joining.unit.nodes"),
                Field.number("gpus_per_node", "compute.joining.gpus_per_node").unit("compute.unit.gpus"),
                Field.select("shares_per_gpu", "compute.joining.shares_per_gpu", shares())
                        .hint("compute.joining.shares_per_gpu.hint"),
                Field.number("cpus_per_node", "compute.joining.cpus_per_node").unit("compute.joining.unit.cpus"),
                Field.number("memory_gib", "compute.joining.memory_gib").unit("compute.joining.unit.gib"),
                Field.text("region", "compute.joining.region").hint("compute.joining.region.hint"),
                Field.number("link_gbit", "compute.joining.link_gbit")
                        .unit("compute.unit.gbps")
                        .hint("compute.joining.link_gbit.hint")
                        .optional());
    }

    private static List<Option> shares() {
        return GpuShare.CUTS.stream()
                .map(cut -> Option.key(String.valueOf(cut), "compute.joining.shares_per_gpu." + cut))
                .toList();
    }

    static Form price(int number) {
        return Form.to(
                JoiningCourse.NEW + "/prices/" + number,
                NEXT,
                Field.number("price", "compute.price").hint("compute.joining.price.hint"),
                Field.of(FieldKind.DATE, "from", "compute.joining.from").hint("compute.joining.from.hint"));
    }

    static Form terms() {
        return Form.to(
                JoiningCourse.NEW + "/terms",
                NEXT,
                Field.text("service_hours", "compute.joining.service_hours").hint("compute.joining.service_hours.hint"),
                Field.text("incident_contact", "compute.joining.incident_contact")
                        .hint("compute.joining.incident_contact.hint"),
                Field.of(FieldKind.TEXTAREA, "settlement_account", "compute.joining.settlement_account")
                        .hint("compute.joining.settlement_account.hint"));
    }

    static List<FieldError> errors(List<JoiningWrong> wrong) {
        return wrong.stream().map(JoiningQuestions::error).toList();
    }

    private static FieldError error(JoiningWrong wrong) {
        var field = wrong.field().equals(JoiningWrong.TAKEN) ? "id" : wrong.field();
        return FieldError.of(field, key(wrong), limit(wrong));
    }

    static String key(JoiningWrong wrong) {
        return "compute.joining.wrong." + wrong.field();
    }

    static Object limit(JoiningWrong wrong) {
        return LIMITS.getOrDefault(wrong.field(), 0);
    }
}
