// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state of all pools, what their providers announce, and how often start estimates held.
public record StatusPage(
        Tag overall,
        String asOf,
        Table pools,
        List<Pool> poolRows,
        Table notices,
        List<Notice> noticeRows,
        Table starts,
        List<Start> startRows,
        String startsMeaning) {

    /// @param lent how many of those in use are lent beyond quotas; empty where none
    public record Pool(
            String id,
            String provider,
            String model,
            String card,
            List<String> shape,
            Tag state,
            String gpus,
            String inUse,
            String lent,
            String leased,
            String free,
            String away) {}

    /// How often start estimates of a pool held.
    public record Start(String pool, boolean isSimulated, String told, String held, String share) {}

    /// @param endHref where its provider calls it over; null for everybody else
    public record Notice(
            Tag phase,
            String kind,
            String pool,
            String words,
            String from,
            String until,
            String effect,
            @Nullable String endHref) {}
}
