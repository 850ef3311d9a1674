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
import io.atrium.web.text.Bilingual;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Tells firm and units what happened to an appeal. Joins the transaction of what happened; `cause` makes each message
/// one of its kind.
@Component
class AppealNotices {

    static final String KIND = "appeal";

    private final Notices notices;
    private final Rules rules;
    private final Messages messages;
    private final Consumer<SendNotice> outbox;

    @Autowired
    AppealNotices(Notices notices, Rules rules, Messages messages) {
        this(notices, rules, messages, notices::send);
    }

    private AppealNotices(Notices notices, Rules rules, Messages messages, Consumer<SendNotice> outbox) {
        this.notices = notices;
        this.rules = rules;
        this.messages = messages;
        this.outbox = outbox;
    }

    /// Sends all that is told meanwhile at once, at the end.
    void gathered(Consumer<AppealNotices> telling) {
        var told = new ArrayList<SendNotice>();
        telling.accept(new AppealNotices(notices, rules, messages, told::add));
        notices.sendAll(told);
    }

    /// A confidential matter is told to the firm's owner only.
    void firm(CaseFile file, String event, String cause, @Nullable Instant due) {
        send(file, atFirm(file), event, cause, due);
    }

    private static Recipient atFirm(CaseFile file) {
        var permission = file.isConfidential() ? Permission.MANAGE_PEOPLE : Permission.READ_APPEAL;
        return new Recipient.Holders(file.firm(), permission);
    }

    void unit(CaseFile file, String event, String cause, @Nullable Instant due) {
        file.unit().ifPresent(unit -> unit(unit, file, event, cause, due));
    }

    void unit(OrgId unit, CaseFile file, String event, String cause, @Nullable Instant due) {
        send(file, at(unit, file), event, cause, due);
    }

    /// The limits that were reached together, to the unit.
    ///
    /// @param due by when something is asked for
    void unit(CaseFile file, String event, List<Clock> reached, @Nullable Instant due) {
        file.unit().ifPresent(unit -> ofClocks(file, at(unit, file), event, reached, due));
    }

    /// To whoever looks after it from above; nobody is told of what they may not read.
    void overseer(OrgId unit, CaseFile file, String event, List<Clock> reached) {
        var above = file.isConfidential() ? dispatchersOf(rules.community()) : at(unit, file);
        ofClocks(file, above, event, reached, null);
    }

    void firm(CaseFile file, String event, List<Clock> reached) {
        ofClocks(file, atFirm(file), event, reached, null);
    }

    void dispatchers(CaseFile file, String event, List<Clock> reached, @Nullable Instant due) {
        ofClocks(file, dispatchersOf(rules.community()), event, reached, due);
    }

    /// Those of a unit who may read it: of the community's people a confidential one is told to those who dispatch.
    private Recipient at(OrgId unit, CaseFile file) {
        boolean isAmongStewards = file.isConfidential() && unit.equals(rules.community());
        return isAmongStewards ? dispatchersOf(unit) : new Recipient.Holders(unit, Permission.HANDLE_APPEAL);
    }

    private static Recipient dispatchersOf(OrgId community) {
        return new Recipient.Holders(community, Permission.DISPATCH_APPEAL);
    }

    void dispatchers(CaseFile file, String event, String cause, @Nullable Instant due) {
        send(file, dispatchersOf(rules.community()), event, cause, due);
    }

    /// Nobody is asked any more for what was due at this appeal.
    void settle(CaseFile file) {
        notices.settle(href(file));
    }

    /// The unit is not asked any more for what no limit asks that still runs.
    void settleAtUnit(CaseFile file) {
        settleAtUnit(file, Set.of());
    }

    /// Nor to sign.
    void settleSigned(CaseFile file) {
        settleAtUnit(file, Set.of("appeal.notice.dispatched"));
    }

    private void settleAtUnit(CaseFile file, Set<String> answered) {
        file.unit().ifPresent(unit -> notices.settle(href(file), unit, file.openDues(), answered));
    }

    /// An organisation has no more to do here: its unit gave it away, its help is given, somebody else has it.
    void settleFor(OrgId organisation, CaseFile file) {
        notices.settle(href(file), organisation, Set.of(), Set.of());
    }

    static String cause(Clock clock) {
        return clock.kind() + "-" + clock.round() + "-" + clock.stage() + "-"
                + clock.dueAt().getEpochSecond();
    }

    private void send(CaseFile file, Recipient to, String event, String cause, @Nullable Instant due) {
        var words = Words.of("appeal.notice." + event, file.number(), file.title());
        send(file, to, event, cause, words, due);
    }

    /// One message for all limits of an appeal that are reached at once; it names them.
    private void ofClocks(CaseFile file, Recipient to, String event, List<Clock> reached, @Nullable Instant due) {
        var words = Words.of("appeal.notice." + event, file.number(), file.title(), named(reached));
        send(file, to, event, cause(reached.getFirst()), words, due);
    }

    private void send(CaseFile file, Recipient to, String event, String cause, Words words, @Nullable Instant due) {
        var key = file.id() + ":" + event + ":" + cause + ":" + to.organisation();
        outbox.accept(new SendNotice(new RequestKey(key), to, KIND, words, href(file), due));
    }

    private Bilingual named(List<Clock> reached) {
        return new Bilingual(named(reached, messages.in(Lang.ZH)), named(reached, messages.in(Lang.EN)));
    }

    private static String named(List<Clock> reached, Text t) {
        return reached.stream()
                .sorted(Comparator.comparing(Clock::kind))
                .map(clock -> t.of("appeal.clock", clock.kind()))
                .distinct()
                .collect(Collectors.joining(t.of("web.list.separator")));
    }

    private static String href(CaseFile file) {
        return "/appeals/" + file.id();
    }
}
