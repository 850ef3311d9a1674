// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.admin.store.ReferenceStore;
import io.atrium.identity.Audit;
import io.atrium.kernel.Ids;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import org.springframework.stereotype.Component;

/// What every kind of versioned reference data needs to move a version on.
@Component
record VersionFlow(ReferenceStore store, Requests requests, Audit audit, BusinessClock clock, Ids ids) {}
