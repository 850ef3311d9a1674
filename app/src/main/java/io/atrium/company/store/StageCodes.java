// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.COMPANY;

import io.atrium.company.FactCatalogue;
import io.atrium.company.Stage;
import io.atrium.company.StageBounds;
import io.atrium.kernel.codes.CodeEntry;
import io.atrium.kernel.codes.CodeTable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;

/// From how many years on a firm is of a stage (发展阶段划分); the first stage begins with registration.
final class StageCodes implements CodeTable {

    private final FactCatalogue catalogue;
    private final DSLContext database;

    StageCodes(FactCatalogue catalogue, DSLContext database) {
        this.catalogue = catalogue;
        this.database = database;
    }

    @Override
    public String name() {
        return "firm-stages";
    }

    @Override
    public Shape shape() {
        return Shape.RISING_FIGURES;
    }

    @Override
    public String messageKey() {
        return "company.codes.firm-stages";
    }

    @Override
    public List<CodeEntry> shipped() {
        var bounds = StageBounds.ASSUMED;
        return List.of(
                new CodeEntry(Stage.GROWTH.name(), "成长期", "Growth", bounds.growth(), null),
                new CodeEntry(Stage.ESTABLISHED.name(), "成熟期", "Established", bounds.established(), null));
    }

    @Override
    public void use(List<CodeEntry> entries, LocalDate today) {
        catalogue.useStageBounds(bounds(entries));
    }

    /// Firms that would be of the stage.
    @Override
    public Map<String, Integer> uses(List<CodeEntry> entries, LocalDate today) {
        var bounds = bounds(entries);
        var firms = new HashMap<String, Integer>();
        entries.forEach(entry -> {
            var age = bounds.age(Stage.valueOf(entry.code()), today);
            firms.put(entry.code(), database.fetchCount(COMPANY, CompanyStore.registered(age)));
        });
        return firms;
    }

    private static StageBounds bounds(List<CodeEntry> entries) {
        return new StageBounds(years(entries, Stage.GROWTH), years(entries, Stage.ESTABLISHED));
    }

    private static int years(List<CodeEntry> entries, Stage stage) {
        return entries.stream()
                .filter(entry -> entry.code().equals(stage.name()))
                .map(entry -> Objects.requireNonNull(entry.number()))
                .findFirst()
                .orElseThrow();
    }
}
