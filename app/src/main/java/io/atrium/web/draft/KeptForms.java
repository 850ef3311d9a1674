// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.draft;

import io.atrium.kernel.access.Actor;
import io.atrium.web.KeptForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

/// Finds what was kept for a page, and forgets it once the form was accepted: a post that is answered by going
/// elsewhere.
@Component
public class KeptForms implements HandlerInterceptor, WebMvcConfigurer {

    private static final String SAVING = "/drafts";

    private final Drafts drafts;
    private final FormRescue rescue;

    KeptForms(Drafts drafts, FormRescue rescue) {
        this.drafts = drafts;
        this.rescue = rescue;
    }

    /// What an expired page brought comes before an older draft.
    public Optional<KeptForm> find(HttpServletRequest request) {
        if (!(request.getAttribute(Actor.REQUEST_ATTRIBUTE) instanceof Actor actor)) {
            return Optional.empty();
        }
        var wanted = "GET".equals(request.getMethod()) ? request.getParameter(KeptForm.RESTORE) : null;
        return rescue.find(request, actor.person().value())
                .map(rescued -> kept(rescued, KeptForm.RESCUED.equals(wanted)))
                .or(() -> drafts.find(actor, request.getRequestURI())
                        .map(draft -> kept(draft, KeptForm.DRAFT.equals(wanted))));
    }

    private static KeptForm kept(FormRescue.Rescued rescued, boolean isShown) {
        return new KeptForm(Map.copyOf(rescued.answers()), rescued.at(), null, rescued.href(), isShown);
    }

    private static KeptForm kept(DraftView draft, boolean isShown) {
        return new KeptForm(draft.answers(), draft.savedAt(), draft.id(), draft.href(), isShown);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        boolean isAccepted = "POST".equals(request.getMethod())
                && answer != null
                && answer.getView() instanceof RedirectView
                && !request.getRequestURI().startsWith(SAVING);
        if (isAccepted && request.getAttribute(Actor.REQUEST_ATTRIBUTE) instanceof Actor actor) {
            FormPlace.of(request).ifPresent(place -> {
                drafts.remove(actor, place.page());
                rescue.forget(request, place.page());
            });
        }
    }
}
