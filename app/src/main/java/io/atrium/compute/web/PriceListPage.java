// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobState;
import io.atrium.compute.PoolView;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import java.util.List;

/// The price list: numbers as on the API, what is charged in which state, and capacity.
public record PriceListPage(
        Table table,
        List<Row> rows,
        int gpus,
        GpuAmount gpusFree,
        boolean maySubmit,
        List<LeaseRow> leases,
        boolean mayRent) {

    /// @param card what a node of it has
    /// @param shape in which shares it is sold, what comes with a GPU, and its network; lines, may be none
    public record Row(PoolView pool, String provider, String card, List<String> shape) {}

    /// A step of the prices for leases.
    public record LeaseRow(String pool, String days, String price, String since) {}

    public Table leaseTable() {
        return Table.of(
                "compute.lease.prices",
                Empty.nothingYet("compute.lease.prices.none"),
                leases.size(),
                Column.text("compute.pool"),
                Column.text("compute.lease.price.days"),
                Column.number("compute.price"),
                Column.text("compute.prices.since"));
    }

    /// The states of a job, and which of them are charged: the same table as on the API.
    public Table states() {
        return Table.of(
                "compute.charged.title",
                Empty.nothingYet("compute.prices.none"),
                charged().size(),
                Column.text("compute.job.state"),
                Column.text("compute.charged.column"),
                Column.text("compute.charged.meaning"));
    }

    public List<JobState> charged() {
        return List.of(JobState.values());
    }

    static PriceListPage of(Table table, List<Row> rows, boolean maySubmit, List<LeaseRow> leases, boolean mayRent) {
        var gpus = rows.stream().mapToInt(row -> row.pool().capacity().gpus()).sum();
        var free = PoolView.sum(rows.stream().map(Row::pool).toList(), PoolView.Capacity::gpusFree);
        return new PriceListPage(table, rows, gpus, free, maySubmit, leases, mayRent);
    }
}
