// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state of all pools, and what their providers announce.
public record StatusPage(
        Tag overall, String asOf, Table pools, List<Pool> poolRows, Table notices, List<Notice> noticeRows) {

    public record Pool(
            String id,
            String provider,
            String model,
            String card,
            Tag state,
            String gpus,
            String inUse,
            String leased,
            String free,
            String away) {}

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
