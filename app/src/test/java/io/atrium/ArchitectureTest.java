// SPDX-License-Identifier: Apache-2.0
package io.atrium;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;

@AnalyzeClasses(packages = "io.atrium", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FRAMEWORKS = {
        "org.springframework..", "org.jooq..", "jakarta..", "gg.jte..", "io.swagger..", "com.github.kagkarlsson.."
    };

    @ArchTest
    static final ArchRule ENGINES_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("io.atrium.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS)
            .because("an engine is a library that runs without the application");

    @ArchTest
    static final ArchRule RULES_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("io.atrium..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS)
            .allowEmptyShould(true)
            .because("a rule is decided from what it is given");

    @ArchTest
    static final ArchRule NOBODY_READS_THE_WALL_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("io.atrium..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .because("time and chance come in by constructor");

    @ArchTest
    static final ArchRule PACKAGES_OF_A_MODULE_HAVE_NO_CYCLES =
            slices().matching("io.atrium.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PAGES_AND_API_GO_THROUGH_THE_FRONT_DOOR = classes()
            .that()
            .resideInAnyPackage("io.atrium.*.web..", "io.atrium.*.api..")
            .and()
            .resideOutsideOfPackages("io.atrium.web..", "io.atrium.engine..")
            .should()
            .onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackages("org.jooq..", "io.atrium.jooq.."))
            .allowEmptyShould(true)
            .because("SQL belongs behind a module's front door");
}
