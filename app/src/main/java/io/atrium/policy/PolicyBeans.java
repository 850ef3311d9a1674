// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.web.limit.LargeBody;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Settings of the module, and where it takes more than other forms.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
class PolicyBeans {

    private static final long FIELDS_BYTES = 1024L * 1024;

    /// The form of a snapshot's file, and the fields beside it.
    @Bean
    LargeBody snapshotForm() {
        return new LargeBody("/policy-snapshots/files", LongSnapshots.FILE_BYTES_MAX + FIELDS_BYTES);
    }

    @Bean
    LargeBody snapshotFile() {
        return new LargeBody("/api/v1/policy-snapshots/files", LongSnapshots.FILE_BYTES_MAX);
    }
}
