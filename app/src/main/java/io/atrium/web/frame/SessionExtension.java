// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// `/session-extension`: any request of the signed-in extends their session; this one does nothing else.
@Controller
class SessionExtension {

    @GetMapping("/session-extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void extend() {}
}
