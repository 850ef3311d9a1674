// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.policy.ApplicationId;
import io.atrium.web.component.Step;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps of the form in their order.
enum ApplicationCourse {
    FACTS("facts"),
    PAPERS("papers"),
    CHECK("check"),
    ANSWERS("answers");

    private final String path;

    ApplicationCourse(String path) {
        this.path = path;
    }

    String href(ApplicationId application) {
        return "/applications/" + application + "/" + path;
    }

    String titleKey() {
        return "policy.application.course." + name();
    }

    @Nullable
    String before(ApplicationId application) {
        return ordinal() == 0 ? null : values()[ordinal() - 1].href(application);
    }

    @Nullable
    String after(ApplicationId application) {
        return ordinal() == values().length - 1 ? null : values()[ordinal() + 1].href(application);
    }

    String position(Text t) {
        return t.of("policy.application.position", ordinal() + 1, values().length, t.of(titleKey()));
    }

    List<Step> steps(Text t) {
        var steps = new ArrayList<Step>();
        for (var step : values()) {
            var state =
                    step.ordinal() < ordinal() ? Step.State.DONE : step == this ? Step.State.CURRENT : Step.State.AHEAD;
            steps.add(new Step(t.of(step.titleKey()), state));
        }
        return steps;
    }
}
