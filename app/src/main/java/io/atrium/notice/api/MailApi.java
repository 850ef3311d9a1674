// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.api;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.notice.NoticeChoices;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.NoticeRefusal;
import io.atrium.notice.mail.MailAddresses;
import io.atrium.notice.mail.MailAddresses.Address;
import io.atrium.notice.mail.MailChoice;
import io.atrium.notice.mail.MailChoice.Pace;
import io.atrium.notice.mail.MailChoices;
import io.atrium.notice.mail.MailLog;
import io.atrium.notice.mail.MailSettings;
import io.atrium.notice.mail.QuietHours;
import io.atrium.web.text.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How one gets one's messages by mail, for programs.
@RestController
@RequestMapping("/api/v1/inbox/mail")
@Tag(name = "inbox")
class MailApi {

    private final MailSettings settings;
    private final MailAddresses addresses;
    private final MailChoices choices;
    private final MailLog log;
    private final NoticeChoices notices;

    MailApi(MailSettings settings, MailAddresses addresses, MailChoices choices, MailLog log, NoticeChoices notices) {
        this.settings = settings;
        this.addresses = addresses;
        this.choices = choices;
        this.log = log;
        this.notices = notices;
    }

    /// @param quietFrom hour of the day in Shanghai; absent without quiet hours, as is `quiet_to`
    /// @param kinds which kinds come by mail
    record ChoiceJson(
            Pace pace,
            @Nullable Integer digestHour,
            boolean workingDaysOnly,
            @Nullable Integer quietFrom,
            @Nullable Integer quietTo,
            Set<String> kinds) {}

    /// @param isOn whether this installation sends mail at all
    /// @param mails the latest ones, newest first
    record MailJson(boolean isOn, @Nullable Address address, ChoiceJson choice, List<MailLog.Entry> mails) {}

    record AddressJson(@Nullable String address) {}

    record CodeJson(@Nullable String code) {}

    @Operation(summary = "How one gets messages by mail, and the latest mails")
    @GetMapping
    MailJson show(Actor actor) {
        return new MailJson(
                settings.isOn(), addresses.find(actor.person()).orElse(null), choice(actor), log.recent(actor));
    }

    @Operation(summary = "Choose how often mail comes, when it is quiet, and about what")
    @PutMapping("/choice")
    ChoiceJson choose(Actor actor, @RequestBody ChoiceJson body) {
        choices.choose(
                actor,
                new MailChoice(body.pace(), MailChoice.hour(body.digestHour()), body.workingDaysOnly(), quiet(body)),
                body.kinds());
        return choice(actor);
    }

    @Operation(summary = "Propose an address; a code is sent there")
    @PutMapping("/address")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void propose(Actor actor, Text t, @RequestBody AddressJson body) {
        refuse(addresses.propose(actor, Objects.requireNonNullElse(body.address(), ""), t.lang()));
    }

    @Operation(summary = "Confirm the address with the code that was sent there")
    @PutMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(Actor actor, @RequestBody CodeJson body) {
        refuse(addresses.confirm(actor, Objects.requireNonNullElse(body.code(), "")));
    }

    @Operation(summary = "Remove the address: no mail any more")
    @DeleteMapping("/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor) {
        addresses.remove(actor);
    }

    private ChoiceJson choice(Actor actor) {
        var choice = choices.find(actor.person());
        var muted = choices.muted(actor.person());
        var quiet = choice.quiet();
        return new ChoiceJson(
                choice.pace(),
                choice.digestHour(),
                choice.workingDaysOnly(),
                quiet == null ? null : quiet.from(),
                quiet == null ? null : quiet.to(),
                notices.kinds(actor).stream()
                        .map(NoticeKind::name)
                        .filter(kind -> !muted.contains(kind))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static @Nullable QuietHours quiet(ChoiceJson body) {
        if (body.quietFrom() == null && body.quietTo() == null) {
            return null;
        }
        return QuietHours.find(body.quietFrom(), body.quietTo())
                .orElseThrow(() -> new RefusedException(NoticeRefusal.QUIET_HOURS_EMPTY));
    }

    private static void refuse(@Nullable Refusal refusal) {
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
    }
}
