// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the company file adds to the navigation.
@Configuration(proxyBeanMethods = false)
class CompanyNavigation {

    @Bean
    NavItem ownCompanyNavItem() {
        return NavItem.forRoles(
                NavGroup.COMPANY,
                "company.nav.own",
                "/company",
                10,
                Role.FIRM_OWNER,
                Role.FIRM_FINANCE,
                Role.FIRM_ENGINEER);
    }

    @Bean
    NavItem companiesNavItem() {
        return NavItem.forRoles(
                NavGroup.COMPANY,
                "company.nav.list",
                "/companies",
                20,
                Role.STEWARD,
                Role.OFFICER,
                Role.AUDITOR,
                Role.OPERATOR,
                Role.ADMINISTRATOR);
    }

    @Bean
    NavItem consentedFirmsNavItem() {
        return NavItem.needing(
                Permission.READ_CONSENTED, NavGroup.COMPANY, "company.nav.consented", "/consented-firms", 20);
    }

    @Bean
    NavItem correctionsNavItem() {
        return NavItem.needing(
                Permission.READ_COMPANY, NavGroup.COMPANY, "company.nav.corrections", CorrectionPages.PATH, 25);
    }

    @Bean
    NavItem registryImportsNavItem() {
        return NavItem.needing(
                Permission.IMPORT_REGISTRY, NavGroup.COMPANY, "company.nav.imports", "/registry-imports", 30);
    }
}
