// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.store.CaseFile;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Tells firm and units what happened to an appeal. Joins the transaction of what happened; `cause` makes each message
/// one of its kind.
@Component
class AppealNotices {

    static final String KIND = "appeal";

    private final Notices notices;
    private final Consumer<SendNotice> outbox;

    @Autowired
    AppealNotices(Notices notices) {
        this(notices, notices::send);
    }

    private AppealNotices(Notices notices, Consumer<SendNotice> outbox) {
        this.notices = notices;
        this.outbox = outbox;
    }

    /// Sends all that is told meanwhile at once, at the end.
    void gathered(Consumer<AppealNotices> telling) {
        var told = new ArrayList<SendNotice>();
        telling.accept(new AppealNotices(notices, told::add));
        notices.sendAll(told);
    }

    /// A confidential matter is told to the firm's owner only.
    void firm(CaseFile file, String event, String cause, @Nullable Instant due) {
        var permission = file.isConfidential() ? Permission.MANAGE_PEOPLE : Permission.READ_APPEAL;
        send(file, new Recipient.Holders(file.firm(), permission), event, cause, due);
    }

    void unit(CaseFile file, String event, String cause, @Nullable Instant due) {
        file.unit().ifPresent(unit -> unit(unit, file, event, cause, due));
    }

    void unit(OrgId unit, CaseFile file, String event, String cause, @Nullable Instant due) {
        send(file, new Recipient.Holders(unit, Permission.HANDLE_APPEAL), event, cause, due);
    }

    void dispatchers(OrgId community, CaseFile file, String event, String cause, @Nullable Instant due) {
        send(file, new Recipient.Holders(community, Permission.DISPATCH_APPEAL), event, cause, due);
    }

    /// Nobody is asked any more for what was due at this appeal.
    void settle(CaseFile file) {
        notices.settle(href(file));
    }

    static String cause(Clock clock) {
        return clock.kind() + "-" + clock.round() + "-" + clock.stage() + "-"
                + clock.dueAt().getEpochSecond();
    }

    private void send(CaseFile file, Recipient to, String event, String cause, @Nullable Instant due) {
        var key = file.id() + ":" + event + ":" + cause + ":" + to.organisation();
        outbox.accept(new SendNotice(
                new RequestKey(key),
                to,
                KIND,
                Words.of("appeal.notice." + event, file.number(), file.title()),
                href(file),
                due));
    }

    private static String href(CaseFile file) {
        return "/appeals/" + file.id();
    }
}
