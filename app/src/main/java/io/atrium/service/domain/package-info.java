// SPDX-License-Identifier: Apache-2.0

/// Rules of service packs: what differs between two versions.
@NullMarked
package io.atrium.service.domain;

import org.jspecify.annotations.NullMarked;
