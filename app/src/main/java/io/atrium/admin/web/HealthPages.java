// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.HealthReport;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.text.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/health`: how the installation is, for those who run it.
@Controller
class HealthPages {

    private final HealthReport report;

    HealthPages(HealthReport report) {
        this.report = report;
    }

    @Bean
    static NavItem healthNavItem() {
        return NavItem.needing(Permission.RUN_SYSTEM, NavGroup.SETTINGS, "admin.health.title", "/health", 75);
    }

    @GetMapping("/health")
    PageView show(Actor actor, Text t) {
        return PageView.of(
                "admin/health", "admin.health.title", HealthPage.of(report.items(actor), report.nodes(actor), t));
    }
}
