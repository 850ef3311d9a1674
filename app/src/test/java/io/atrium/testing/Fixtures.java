// SPDX-License-Identifier: Apache-2.0
package io.atrium.testing;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// Every test component of every package, configurations of single tests apart: a test that named the ones it needs
/// would
/// have an application of its own.
final class Fixtures implements ImportSelector {

    @Override
    public String[] selectImports(AnnotationMetadata importer) {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(TestComponent.class, false));
        return scan.findCandidateComponents("io.atrium").stream()
                .map(found -> found.getBeanClassName())
                .toArray(String[]::new);
    }
}
