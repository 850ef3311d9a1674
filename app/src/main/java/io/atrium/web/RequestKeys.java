// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.kernel.Ids;
import io.atrium.kernel.RequestKey;
import org.springframework.stereotype.Component;

/// Makes the request key that a form carries (表单请求键), so that sending it twice changes things once.
@Component
public class RequestKeys {

    private final Ids ids;

    RequestKeys(Ids ids) {
        this.ids = ids;
    }

    public RequestKey fresh() {
        return new RequestKey(ids.next("req"));
    }
}
