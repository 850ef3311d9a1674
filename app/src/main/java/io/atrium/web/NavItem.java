// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/// An entry of the navigation (导航项). A module contributes each of its own as a bean:
///
/// ```java
/// @Bean NavItem vouchersNavItem() {
///     return NavItem.needing(Permission.READ_VOUCHER, NavGroup.BENEFITS, "voucher.nav.list", "/vouchers", 30);
/// }
/// ```
public record NavItem(NavGroup group, String titleKey, String href, int order, Predicate<Optional<Actor>> isFor) {

    public static final Comparator<NavItem> ORDER =
            Comparator.comparing(NavItem::group).thenComparing(NavItem::order).thenComparing(NavItem::href);

    /// For everybody, signed in or not.
    public static NavItem open(NavGroup group, String titleKey, String href, int order) {
        return new NavItem(group, titleKey, href, order, _ -> true);
    }

    /// For whoever is signed in.
    public static NavItem signedIn(NavGroup group, String titleKey, String href, int order) {
        return new NavItem(group, titleKey, href, order, Optional::isPresent);
    }

    /// For those who have a permission, with whatever reach.
    public static NavItem needing(Permission permission, NavGroup group, String titleKey, String href, int order) {
        return new NavItem(
                group,
                titleKey,
                href,
                order,
                viewer -> viewer.filter(a -> a.may(permission)).isPresent());
    }

    /// For those who have one of these roles.
    public static NavItem forRoles(NavGroup group, String titleKey, String href, int order, Role... roles) {
        return new NavItem(
                group,
                titleKey,
                href,
                order,
                viewer -> viewer.filter(a -> Arrays.stream(roles).anyMatch(a.roles()::contains))
                        .isPresent());
    }

    /// Whether it stands in the menu under one's own name instead of the navigation.
    public boolean isAccount() {
        return group == NavGroup.ACCOUNT;
    }

    /// Whether a path is this entry's page or lies under it.
    public boolean holds(String path) {
        return path.equals(href) || (!href.equals("/") && path.startsWith(href + "/"));
    }
}
