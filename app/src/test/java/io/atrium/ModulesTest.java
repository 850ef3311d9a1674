// SPDX-License-Identifier: Apache-2.0
package io.atrium;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    /// The generated tables are the database's shape, and engines are libraries: neither is a module.
    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(Atrium.class, resideInAnyPackage("io.atrium.jooq..", "io.atrium.engine.."))
                .verify();
    }
}
