// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells firm and units what became of a service pack. Joins the transaction of what happened.
@Component
class PackNotices {

    private final Notices notices;

    PackNotices(Notices notices) {
        this.notices = notices;
    }

    void written(PackId pack, OrgId firm, PackVersion version) {
        var key = pack + ":" + version.number();
        var href = "/service-packs/" + pack;
        var to = new Recipient.Holders(firm, Permission.READ_SERVICE);
        var words = Words.of("service.notice.pack", version.title(), version.number(), version.reason());
        notices.send(new SendNotice(new RequestKey(key), to, ServiceNotices.KIND, words, href, null));
        version.lines().stream()
                .map(PackVersion.Line::unit)
                .distinct()
                .forEach(unit -> notices.send(new SendNotice(
                        new RequestKey(key + ":" + unit),
                        new Recipient.Holders(unit, Permission.DELIVER_SERVICE),
                        ServiceNotices.KIND,
                        Words.of("service.notice.pack.unit", version.title(), version.number()),
                        href,
                        null)));
    }

    void moved(String step, ItemView item, ItemStep what) {
        switch (what.move()) {
            case PROGRESS -> firm(step, item, "progress", what.words());
            case FINISH -> {
                settle(item);
                firm(step, item, "finish", what.words());
            }
            case CONFIRM -> unit(step, item, "confirm", what.words(), null);
            case REOPEN -> unit(step, item, "reopen", what.words(), null);
        }
    }

    void remind(ItemView item, Instant due) {
        unit(item.id() + ":remind:" + item.dueOn(), item, "remind", "", due);
    }

    void missed(ItemView item, Instant due) {
        unit(item.id() + ":missed:" + item.dueOn(), item, "missed", "", due);
        firm(item.id() + ":missed:" + item.dueOn() + ":firm", item, "missed.firm", "");
    }

    private void settle(ItemView item) {
        notices.settle(href(item));
    }

    private void firm(String key, ItemView item, String event, String words) {
        send(key, new Recipient.Holders(item.firm(), Permission.READ_SERVICE), item, event, words, null);
    }

    private void unit(String key, ItemView item, String event, String words, @Nullable Instant due) {
        send(key, new Recipient.Holders(item.unit(), Permission.DELIVER_SERVICE), item, event, words, due);
    }

    private void send(String key, Recipient to, ItemView item, String event, String words, @Nullable Instant due) {
        notices.send(new SendNotice(
                new RequestKey(key),
                to,
                ServiceNotices.KIND,
                Words.of("service.notice.item." + event, item.words(), words),
                href(item),
                due));
    }

    private static String href(ItemView item) {
        return "/service-items/" + item.id();
    }
}
