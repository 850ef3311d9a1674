// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

import io.atrium.compute.RegisterPool;
import io.atrium.compute.joining.JoiningAnswers.Contact;
import io.atrium.compute.joining.JoiningAnswers.Pool;
import io.atrium.compute.joining.JoiningAnswers.Terms;
import io.atrium.compute.status.PoolPrices;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Limits;
import io.atrium.kernel.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which answers count: the same for each page of the wizard, for the API, and once more when everything is handed in.
public final class JoiningRules {

    public static final int POOLS_MAX = 8;
    public static final int SHORT_LENGTH_MAX = 60;
    public static final int LINE_LENGTH_MAX = 200;
    public static final int WORDS_LENGTH_MAX = 500;

    /// GPUs of a node, or shares of them.
    public static final int GPUS_PER_NODE_MAX = 62;

    public static final int GPU_MEMORY_GIB_MAX = 2_048;
    public static final int CPUS_PER_NODE_MAX = 4_096;
    public static final int MEMORY_GIB_MAX = 65_536;

    /// So many days ahead a first price may begin; the same as for later prices.
    public static final int AHEAD_DAYS_MAX = 365;

    private static final Pattern POOL_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,23}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private JoiningRules() {}

    /// Everything that is wrong, in the order of the steps.
    ///
    /// @param isTaken whether a pool of this name is there already
    public static List<JoiningWrong> wrong(JoiningAnswers answers, LocalDate today, Predicate<String> isTaken) {
        var wrong = new ArrayList<>(contact(answers.contact()));
        if (answers.pools().isEmpty() || answers.pools().size() > POOLS_MAX) {
            wrong.add(JoiningWrong.of(JoiningStep.POOLS, JoiningWrong.POOLS));
        }
        for (int number = 1; number <= answers.pools().size(); number++) {
            wrong.addAll(pool(answers.pools(), number, isTaken));
        }
        for (int number = 1; number <= answers.pools().size(); number++) {
            wrong.addAll(price(answers.pools().get(number - 1), number, today));
        }
        wrong.addAll(terms(answers.terms()));
        return wrong;
    }

    public static List<JoiningWrong> contact(Contact contact) {
        var check = new Check(JoiningStep.CONTACT, 0);
        check.text("name", contact.name(), SHORT_LENGTH_MAX);
        check.that("phone", PHONE.matcher(contact.phone()).matches());
        check.that(
                "email",
                contact.email().length() <= LINE_LENGTH_MAX
                        && EMAIL.matcher(contact.email()).matches());
        check.text("about", contact.about(), WORDS_LENGTH_MAX);
        return check.wrong;
    }

    /// One of the pools, by its number from 1.
    public static List<JoiningWrong> pool(List<Pool> pools, int number, Predicate<String> isTaken) {
        var pool = pools.get(number - 1);
        var check = new Check(JoiningStep.POOLS, number);
        boolean isName = POOL_NAME.matcher(pool.id()).matches();
        check.that("id", isName);
        check.that(JoiningWrong.TAKEN, !isName || (!isTwice(pools, number) && !isTaken.test(pool.id())));
        check.text("gpu_model", pool.gpuModel(), SHORT_LENGTH_MAX);
        check.range("gpu_memory_gib", pool.gpuMemoryGib(), GPU_MEMORY_GIB_MAX);
        check.range("nodes", pool.nodes(), RegisterPool.NODES_MAX);
        check.range("gpus_per_node", pool.gpusPerNode(), GPUS_PER_NODE_MAX);
        check.that(
                "shares_per_gpu",
                GpuShare.CUTS.contains(pool.sharesPerGpu())
                        && pool.gpusPerNode() * pool.sharesPerGpu() <= GPUS_PER_NODE_MAX);
        check.range("cpus_per_node", pool.cpusPerNode(), CPUS_PER_NODE_MAX);
        check.range("memory_gib", pool.memoryGib(), MEMORY_GIB_MAX);
        check.text("region", pool.region(), SHORT_LENGTH_MAX);
        check.that("link_gbit", pool.linkGbit() >= 0 && pool.linkGbit() <= Limits.LINK_GBPS_MAX);
        return check.wrong;
    }

    public static List<JoiningWrong> price(Pool pool, int number, LocalDate today) {
        var check = new Check(JoiningStep.PRICES, number);
        check.that("price", isPrice(pool.price()));
        check.that("from", !pool.from().isBefore(today) && !pool.from().isAfter(today.plusDays(AHEAD_DAYS_MAX)));
        return check.wrong;
    }

    public static List<JoiningWrong> terms(Terms terms) {
        var check = new Check(JoiningStep.TERMS, 0);
        check.text("service_hours", terms.serviceHours(), LINE_LENGTH_MAX);
        check.text("incident_contact", terms.incidentContact(), LINE_LENGTH_MAX);
        check.text("settlement_account", terms.settlementAccount(), LINE_LENGTH_MAX);
        return check.wrong;
    }

    private static boolean isPrice(Fen price) {
        return price.isPositive() && price.compareTo(PoolPrices.PRICE_MAX) <= 0;
    }

    /// An earlier pool of the same application has this name.
    private static boolean isTwice(List<Pool> pools, int number) {
        var name = pools.get(number - 1).id();
        return pools.subList(0, number - 1).stream()
                .anyMatch(other -> other.id().equals(name));
    }

    private record Check(JoiningStep step, int pool, List<JoiningWrong> wrong) {

        Check(JoiningStep step, int pool) {
            this(step, pool, new ArrayList<>());
        }

        void that(String field, boolean holds) {
            if (!holds) {
                wrong.add(new JoiningWrong(step, pool, field));
            }
        }

        void text(String field, String text, int max) {
            that(field, !text.isBlank() && text.length() <= max);
        }

        void range(String field, int value, int max) {
            that(field, value >= 1 && value <= max);
        }
    }
}
