// SPDX-License-Identifier: Apache-2.0
/// Company file (一企一档): what the community knows about a firm, since when, from whom, and who may see it.
///
/// Facts are bitemporal: each is valid for a period and known since a moment, so that a decision of last month can be
/// explained with what was known then. Facts come in by registry deliveries (CSV, all or nothing) or one by one with
/// a source. It decides nothing about a firm: policies read [io.atrium.company.FactSnapshot] and decide.
/// A firm states what nobody else has ([io.atrium.company.OwnFiles]) and has corrected what is wrong
/// ([io.atrium.company.Corrections]). Start at [io.atrium.company.Companies]; the list of facts is
/// [io.atrium.company.FactCatalogue].
@ApplicationModule(
        displayName = "Company file",
        allowedDependencies = {"kernel", "web", "files", "files::pdf", "identity", "notice"})
@NullMarked
package io.atrium.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
