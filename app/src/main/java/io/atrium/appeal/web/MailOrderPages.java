// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.Appeals;
import io.atrium.appeal.MailOrders;
import io.atrium.appeal.MailOrders.TakeIn;
import io.atrium.appeal.Rules;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.UploadLimit;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/appeals/mail`: makes an appeal of a saved mail, for those who raise needs for firms.
@Controller
class MailOrderPages {

    private static final String PATH = "/appeals/mail";

    private final MailOrders mails;
    private final Rules rules;
    private final FirmField firms;
    private final RequestKeys keys;

    MailOrderPages(MailOrders mails, Rules rules, FirmField firms, RequestKeys keys) {
        this.mails = mails;
        this.rules = rules;
        this.firms = firms;
        this.keys = keys;
    }

    @GetMapping(PATH)
    PageView ask(Actor actor, Text t) {
        requireHand(actor);
        return view(form(t, ""));
    }

    @PostMapping(PATH)
    ModelAndView takeIn(
            Actor actor,
            RequestKey key,
            Text t,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile mail)
            throws IOException {
        requireHand(actor);
        var form = form(t, "").answered(typed);
        var firm = firms.read(actor, typed.getOrDefault(FirmField.NAME, ""));
        var errors = errors(typed, firm, mail);
        if (!errors.isEmpty() || mail == null) {
            return view(form.wrong(errors)).refused();
        }
        try {
            var taken = mails.takeIn(
                    actor, new TakeIn(key, firm.orElseThrow(), typed.getOrDefault("category", ""), mail.getBytes()));
            return SeeOther.to("/appeals/" + taken.appeal())
                    .saying(
                            taken.leftOut().isEmpty()
                                    ? Flash.done("appeal.mail.done")
                                    : Flash.note(
                                            "appeal.mail.left-out",
                                            String.join(t.of("web.list.separator"), taken.leftOut())));
        } catch (RefusedException refused) {
            return view(form.refused(refused.refusal())).refused();
        }
    }

    private static List<FieldError> errors(
            Map<String, String> typed, Optional<OrgId> firm, @Nullable MultipartFile mail) {
        var errors = new ArrayList<FieldError>();
        if (mail == null || mail.isEmpty()) {
            errors.add(FieldError.of("mail", "appeal.mail.file.missing"));
        }
        if (firm.isEmpty()) {
            errors.add(FieldError.of(FirmField.NAME, "appeal.field.firm.wrong"));
        }
        if (typed.getOrDefault("category", "").isBlank()) {
            errors.add(FieldError.of("category", "appeal.field.category.wrong"));
        }
        return errors;
    }

    private static void requireHand(Actor actor) {
        if (!Appeals.raisesForOthers(actor)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.RAISE_APPEAL.name()));
        }
    }

    private Form form(Text t, String firm) {
        return Form.to(
                        PATH,
                        "appeal.mail.submit",
                        Field.upload(
                                        "mail",
                                        "appeal.mail.file",
                                        new UploadLimit(".eml,message/rfc822", MailOrders.BYTES_MAX, 1))
                                .hint("appeal.mail.file.hint"),
                        firms.field(t, firm),
                        Field.select(
                                "category",
                                "appeal.category",
                                AppealWords.of(t, rules).categories()))
                .keyed(keys.fresh());
    }

    private static PageView view(Form form) {
        return PageView.of("appeal/mail", "appeal.mail.title", new MailPage(form))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("appeal.nav.list", "/appeals"));
    }
}
