// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.job;

import io.atrium.identity.Actors;
import io.atrium.identity.DelegationGiven;
import io.atrium.identity.Seat;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells a person that they may act for another organisation, where they read their own messages: in the organisations
/// of
/// which they are a member, and only where there is none in the one that they may act for.
@Component
class DelegationNotices {

    private static final String KIND = "delegation";

    private final Notices notices;
    private final Actors actors;

    DelegationNotices(Notices notices, Actors actors) {
        this.notices = notices;
        this.actors = actors;
    }

    @Bean
    static NoticeKind delegationNoticeKind() {
        return NoticeKind.of(KIND, "notice.delegation.kind");
    }

    @ApplicationModuleListener
    void tell(DelegationGiven given) {
        var seats = actors.seats(given.to()).all();
        var actFor = seats.stream()
                .filter(seat -> seat.organisation().equals(given.organisation()))
                .findFirst();
        var own = seats.stream()
                .filter(seat -> !seat.isDelegated())
                .map(Seat::organisation)
                .toList();
        actFor.ifPresent(seat ->
                (own.isEmpty() ? List.of(seat.organisation()) : own).forEach(reader -> tell(given, seat, reader)));
    }

    private void tell(DelegationGiven given, Seat actFor, OrgId reader) {
        var notice = new SendNotice(
                new RequestKey(given.delegation() + ":" + reader.value()),
                new Recipient.One(reader, given.to()),
                KIND,
                Words.of("notice.delegation.given", given.by(), actFor.nameZh(), actFor.nameEn(), given.lastDay()),
                "/");
        notices.send(notice.causedBy(given.delegation()));
    }
}
