// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.web;

import io.atrium.notice.NoticeKind;
import io.atrium.notice.mail.MailAddresses.Address;
import io.atrium.notice.mail.MailChoice;
import io.atrium.notice.mail.MailChoice.Pace;
import io.atrium.notice.mail.MailLog;
import io.atrium.notice.mail.MailState;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `/inbox/mail` shows.
///
/// @param codeForm asks for the code; null unless one was sent
/// @param waiting says what waits until when; null when nothing does
public record MailPage(
        boolean isOn,
        @Nullable Address address,
        Form addressForm,
        @Nullable Form codeForm,
        Form choiceForm,
        @Nullable String waiting,
        Table table,
        List<Row> rows) {

    public record Row(MailLog.Entry mail, String purpose, Tag state) {}

    /// What the forms are filled from.
    record Stored(
            boolean isOn,
            @Nullable Address address,
            MailChoice choice,
            Set<String> muted,
            List<NoticeKind> kinds,
            List<MailLog.Entry> log,
            @Nullable String waiting) {}

    static MailPage of(Stored stored, Text t) {
        var address = stored.address();
        var rows = stored.log().stream()
                .map(mail -> new Row(
                        mail, t.of("notice.mail.purpose." + mail.purpose()), Tag.of(tone(mail.state()), key(mail))))
                .toList();
        var table = Table.of(
                "notice.mail.log",
                Empty.nothingYet("notice.mail.log.empty"),
                rows.size(),
                Column.text("notice.mail.column.purpose"),
                Column.number("notice.mail.column.items"),
                Column.text("notice.mail.column.made"),
                Column.text("notice.mail.column.state"));
        return new MailPage(
                stored.isOn(),
                address,
                addressForm(address),
                address == null || address.isConfirmed() ? null : askCode(),
                choiceForm(stored),
                stored.waiting(),
                table,
                rows);
    }

    MailPage withAddressForm(Form form) {
        return new MailPage(isOn, address, form, codeForm, choiceForm, waiting, table, rows);
    }

    MailPage withCodeForm(Form form) {
        return new MailPage(isOn, address, addressForm, form, choiceForm, waiting, table, rows);
    }

    MailPage withChoiceForm(Form form) {
        return new MailPage(isOn, address, addressForm, codeForm, form, waiting, table, rows);
    }

    static Form addressForm(@Nullable Address address) {
        var field = Field.of(FieldKind.EMAIL, "address", "notice.mail.address")
                .hint("notice.mail.address.hint")
                .autocomplete("email");
        return Form.to(
                "/inbox/mail/address",
                "notice.mail.address.send",
                address == null ? field : field.value(address.address()));
    }

    static Form askCode() {
        return Form.to(
                "/inbox/mail/confirmation",
                "notice.mail.code.confirm",
                Field.number("code", "notice.mail.code")
                        .hint("notice.mail.code.hint")
                        .autocomplete("one-time-code"));
    }

    static Form choiceForm(Stored stored) {
        var choice = stored.choice();
        var quiet = choice.quiet();
        var paces = Stream.of(Pace.values())
                .map(pace -> Option.key(pace.name(), "notice.mail.pace." + pace))
                .toList();
        var wanted = stored.kinds().stream()
                .map(NoticeKind::name)
                .filter(kind -> !stored.muted().contains(kind))
                .collect(Collectors.toUnmodifiableSet());
        return Form.to(
                "/inbox/mail",
                "notice.choices.save",
                Field.radios("pace", "notice.mail.pace", paces)
                        .value(choice.pace().name())
                        .hint("notice.mail.pace.hint"),
                Field.select("digest_hour", "notice.mail.digest-hour", hours())
                        .value(String.valueOf(choice.digestHour())),
                Field.of(FieldKind.CHECKBOXES, "working_days_only", "notice.mail.days")
                        .options(List.of(Option.key("true", "notice.mail.working-days-only")))
                        .values(choice.workingDaysOnly() ? Set.of("true") : Set.of())
                        .optional(),
                Field.select("quiet_from", "notice.mail.quiet.from", hoursOrNone())
                        .value(quiet == null ? "" : String.valueOf(quiet.from()))
                        .hint("notice.mail.quiet.hint")
                        .optional(),
                Field.select("quiet_to", "notice.mail.quiet.to", hoursOrNone())
                        .value(quiet == null ? "" : String.valueOf(quiet.to()))
                        .optional(),
                Field.of(FieldKind.CHECKBOXES, "kinds", "notice.mail.kinds")
                        .options(stored.kinds().stream()
                                .map(kind -> Option.key(kind.name(), kind.titleKey()))
                                .toList())
                        .values(wanted)
                        .hint("notice.mail.kinds.hint")
                        .optional());
    }

    private static List<Option> hours() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> Option.literal(String.valueOf(hour), "%02d:00".formatted(hour)))
                .toList();
    }

    private static List<Option> hoursOrNone() {
        return Stream.concat(Stream.of(Option.key("", "notice.mail.quiet.none")), hours().stream())
                .toList();
    }

    private static String key(MailLog.Entry mail) {
        return "notice.mail.state." + mail.state();
    }

    private static Tone tone(MailState state) {
        return switch (state) {
            case WAITING -> Tone.WAIT;
            case SENT -> Tone.GOOD;
            case DROPPED -> Tone.PLAIN;
            case GIVEN_UP -> Tone.BAD;
        };
    }
}
