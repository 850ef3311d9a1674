// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.api;

import io.atrium.admin.ClockAdvances;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The business clock.
@RestController
@RequestMapping("/api/v1/business-clock")
@Tag(name = "business-clock")
class BusinessClockApi {

    private final BusinessClock clock;
    private final ClockAdvances advances;
    private final AtriumSettings settings;

    BusinessClockApi(BusinessClock clock, ClockAdvances advances, AtriumSettings settings) {
        this.clock = clock;
        this.advances = advances;
        this.settings = settings;
    }

    /// @param mayAdvance true in the demo only
    record Clock(OffsetDateTime now, boolean mayAdvance) {}

    record NewAdvance(int workingDays) {}

    record Advanced(OffsetDateTime from, OffsetDateTime to) {}

    @Operation(summary = "Business time, Asia/Shanghai")
    @GetMapping
    Clock now() {
        return new Clock(local(clock.instant()), settings.demo());
    }

    @Operation(summary = "Move business time forward by working days; in the demo only")
    @PostMapping("/advances")
    @ResponseStatus(HttpStatus.CREATED)
    Advanced advance(Actor actor, RequestKey key, @RequestBody NewAdvance body) {
        return switch (advances.advance(actor, key, body.workingDays())) {
            case ClockAdvances.Outcome.Advanced(var from, var to) -> new Advanced(local(from), local(to));
            case ClockAdvances.Outcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
