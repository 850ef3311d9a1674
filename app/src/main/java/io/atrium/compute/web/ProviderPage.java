// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a provider's staff looks after: pools with their prices, and what is announced of them.
///
/// @param ofAllProviders whether each pool names its provider
public record ProviderPage(
        boolean ofAllProviders,
        List<Tile> tiles,
        Table pools,
        List<Row> rows,
        Table notices,
        List<StatusPage.Notice> noticeRows) {

    /// @param leasePriceHref null where shares of GPUs are sold: leases are for whole ones
    public record Row(
            StatusPage.Pool pool,
            String price,
            String since,
            List<String> coming,
            String priceHref,
            @Nullable String leasePriceHref,
            String engine,
            String engineHref) {}

    /// A form with what it does.
    public record Ask(Form form, List<String> effects) {}
}
