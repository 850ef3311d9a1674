// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CertificateView;
import io.atrium.company.Certificates;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Due;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Certificates on the home page of a firm: those that end soon or have ended.
@Component
class CertificateDesk implements DeskSource {

    private final Certificates certificates;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    CertificateDesk(Certificates certificates, BusinessClock clock, WorkingCalendar calendar) {
        this.certificates = certificates;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (actor.kind() != OrgKind.FIRM || !actor.may(Permission.MAINTAIN_COMPANY)) {
            return List.of();
        }
        var views = new CertificateViews(clock.today(), clock.today(), t);
        return certificates.ending(actor, actor.organisation()).stream()
                .map(certificate -> new DeskItem(
                        t.of("company.desk.certificate", views.title(certificate)),
                        t.of("company.desk.certificate.action"),
                        "/company/certificates",
                        due(certificate)))
                .toList();
    }

    private Due due(CertificateView certificate) {
        var last = Objects.requireNonNull(certificate.details().validUntil());
        return Due.of(calendar.closing(last), clock.instant(), calendar);
    }
}
