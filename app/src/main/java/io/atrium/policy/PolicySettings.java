// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Settings of this module.
///
/// @param policies a folder of policy packages (ATRIUM_POLICIES); without it those that ship with Atrium are used
@ConfigurationProperties("atrium")
public record PolicySettings(@Nullable Path policies) {}
