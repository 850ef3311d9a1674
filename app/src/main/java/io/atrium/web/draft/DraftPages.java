// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.draft;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Flash;
import io.atrium.web.KeptForm;
import io.atrium.web.SeeOther;
import io.atrium.web.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/drafts`: where the button “save draft” of a form posts to, and its script while somebody types.
@Controller
class DraftPages {

    private final Drafts drafts;
    private final FormRescue rescue;

    DraftPages(Drafts drafts, FormRescue rescue) {
        this.drafts = drafts;
        this.rescue = rescue;
    }

    @PostMapping("/drafts")
    ModelAndView save(Actor actor, Text t, HttpServletRequest request, @RequestParam("draft_title") String titleKey) {
        var place = keep(actor, t, request, titleKey);
        return SeeOther.to(place.restoring(KeptForm.DRAFT)).saying(Flash.done("web.draft.saved"));
    }

    /// The same for the script: nothing to show but when.
    @PostMapping(path = "/drafts", headers = "X-Atrium-Script")
    ResponseEntity<String> saveQuietly(
            Actor actor, Text t, HttpServletRequest request, @RequestParam("draft_title") String titleKey) {
        keep(actor, t, request, titleKey);
        return ResponseEntity.status(HttpStatus.OK).body(t.of("web.draft.saved"));
    }

    @PostMapping("/drafts/removal")
    ModelAndView remove(Actor actor, HttpServletRequest request) {
        var place = place(request);
        drafts.remove(actor, place.page());
        rescue.forget(request, place.page());
        return SeeOther.to(place.page()).saying(Flash.note("web.draft.removed"));
    }

    private FormPlace keep(Actor actor, Text t, HttpServletRequest request, String titleKey) {
        var place = place(request);
        var answers = Answers.of(request);
        if (answers.isEmpty() || !t.has(titleKey)) {
            throw new RefusedException(CommonRefusal.MALFORMED_REQUEST);
        }
        drafts.save(new SaveDraft(actor, place.page(), place.restoring(KeptForm.DRAFT), titleKey, answers));
        return place;
    }

    private static FormPlace place(HttpServletRequest request) {
        return FormPlace.of(request).orElseThrow(() -> new RefusedException(CommonRefusal.MALFORMED_REQUEST));
    }
}
