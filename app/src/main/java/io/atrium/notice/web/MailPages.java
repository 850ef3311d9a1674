// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.web;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.access.Actor;
import io.atrium.notice.NoticeChoices;
import io.atrium.notice.NoticeRefusal;
import io.atrium.notice.mail.MailAddresses;
import io.atrium.notice.mail.MailChoice;
import io.atrium.notice.mail.MailChoice.Pace;
import io.atrium.notice.mail.MailChoices;
import io.atrium.notice.mail.MailLog;
import io.atrium.notice.mail.MailSettings;
import io.atrium.notice.mail.QuietHours;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/inbox/mail`: whether, where, when and about what I get mail.
@Controller
class MailPages {

    private static final String PATH = "/inbox/mail";

    private final MailSettings settings;
    private final MailAddresses addresses;
    private final MailChoices choices;
    private final MailLog log;
    private final NoticeChoices notices;

    MailPages(MailSettings settings, MailAddresses addresses, MailChoices choices, MailLog log, NoticeChoices notices) {
        this.settings = settings;
        this.addresses = addresses;
        this.choices = choices;
        this.log = log;
        this.notices = notices;
    }

    @Bean
    static NavItem mailNavItem() {
        return NavItem.signedIn(NavGroup.ACCOUNT, "notice.mail.title", PATH, 61);
    }

    @GetMapping(PATH)
    PageView show(Actor actor, Text t) {
        return view(page(actor, t));
    }

    @PostMapping(PATH + "/address")
    ModelAndView propose(Actor actor, Text t, @RequestParam(defaultValue = "") String address) {
        var refusal = addresses.propose(actor, address.strip(), t.lang());
        if (refusal == null) {
            return SeeOther.to(PATH).saying(Flash.done("notice.flash.code-sent", address.strip()));
        }
        var form =
                MailPage.addressForm(null).answered(Map.of("address", address)).refused(refusal);
        return view(page(actor, t).withAddressForm(form)).refused();
    }

    @PostMapping(PATH + "/confirmation")
    ModelAndView confirm(Actor actor, Text t, @RequestParam(defaultValue = "") String code) {
        var refusal = addresses.confirm(actor, code);
        if (refusal == null) {
            return SeeOther.to(PATH).saying(Flash.done("notice.flash.address-confirmed"));
        }
        var form = MailPage.askCode().answered(Map.of("code", code)).refused(refusal);
        return view(page(actor, t).withCodeForm(form)).refused();
    }

    @PostMapping(PATH + "/address/removal")
    SeeOther remove(Actor actor) {
        addresses.remove(actor);
        return SeeOther.to(PATH).saying(Flash.done("notice.flash.address-removed"));
    }

    /// The questions of the form.
    record Answers(
            Pace pace,
            @Nullable Integer digestHour,
            boolean workingDaysOnly,
            @Nullable Integer quietFrom,
            @Nullable Integer quietTo) {

        boolean isQuietBroken() {
            return (quietFrom != null || quietTo != null)
                    && QuietHours.find(quietFrom, quietTo).isEmpty();
        }

        Map<String, List<String>> typed(Set<String> kinds) {
            return Map.of(
                    "pace", List.of(pace.name()),
                    "digest_hour", List.of(text(digestHour)),
                    "working_days_only", workingDaysOnly ? List.of("true") : List.of(),
                    "quiet_from", List.of(text(quietFrom)),
                    "quiet_to", List.of(text(quietTo)),
                    "kinds", List.copyOf(kinds));
        }

        private static String text(@Nullable Integer hour) {
            return hour == null ? "" : hour.toString();
        }

        MailChoice choice() {
            return new MailChoice(
                    pace,
                    MailChoice.hour(digestHour),
                    workingDaysOnly,
                    QuietHours.find(quietFrom, quietTo).orElse(null));
        }
    }

    @PostMapping(PATH)
    ModelAndView choose(
            Actor actor,
            Text t,
            @RequestParam Pace pace,
            @RequestParam(name = "digest_hour", required = false) @Nullable Integer digestHour,
            @RequestParam(name = "working_days_only", defaultValue = "false") boolean workingDaysOnly,
            @RequestParam(name = "quiet_from", required = false) @Nullable Integer quietFrom,
            @RequestParam(name = "quiet_to", required = false) @Nullable Integer quietTo,
            @RequestParam(required = false) @Nullable Set<String> kinds) {
        var answers = new Answers(pace, digestHour, workingDaysOnly, quietFrom, quietTo);
        var wanted = kinds == null ? Set.<String>of() : kinds;
        if (answers.isQuietBroken()) {
            var page = page(actor, t);
            var form = page.choiceForm()
                    .restored(answers.typed(wanted))
                    .refused(Refusal.of(NoticeRefusal.QUIET_HOURS_EMPTY));
            return view(page.withChoiceForm(form)).refused();
        }
        choices.choose(actor, answers.choice(), wanted);
        return SeeOther.to(PATH).saying(Flash.done("notice.flash.mail-chosen"));
    }

    private MailPage page(Actor actor, Text t) {
        var waiting = log.waiting(actor)
                .map(found -> t.of("notice.mail.waiting", found.items(), found.until()))
                .orElse(null);
        return MailPage.of(
                new MailPage.Stored(
                        settings.isOn(),
                        addresses.find(actor.person()).orElse(null),
                        choices.find(actor.person()),
                        choices.muted(actor.person()),
                        notices.kinds(actor),
                        log.recent(actor),
                        waiting),
                t);
    }

    private static PageView view(MailPage page) {
        return PageView.of("notice/mail-settings", "notice.mail.title", page)
                .under(Crumb.of("notice.inbox.title", "/inbox"), Crumb.of("notice.choices.title", "/inbox/choices"));
    }
}
