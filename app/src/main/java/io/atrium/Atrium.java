// SPDX-License-Identifier: Apache-2.0
package io.atrium;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Atrium (中庭): the application. Each package below this one is a module; start at its `package-info`.
@SpringBootApplication
public class Atrium {

    public static void main(String[] arguments) {
        SpringApplication.run(Atrium.class, arguments);
    }
}
