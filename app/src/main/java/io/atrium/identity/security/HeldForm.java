// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A form that was sent but not yet taken (暂存的表单), with everything that was typed except passwords.
///
/// @param path where it goes
/// @param from the page it was on
record HeldForm(String id, String path, String from, LinkedHashMap<String, ArrayList<String>> answers)
        implements Serializable {

    static final String ATTRIBUTE = "atrium.held-form";
    private static final int SIZE_MAX = 64 * 1024;

    static LinkedHashMap<String, ArrayList<String>> answers(Map<String, String[]> parameters) {
        var answers = new LinkedHashMap<String, ArrayList<String>>();
        parameters.forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.contains("password")) {
                answers.put(name, new ArrayList<>(List.of(values)));
            }
        });
        return answers;
    }

    boolean fits() {
        return answers.entrySet().stream()
                        .mapToInt(answer -> answer.getKey().length()
                                + answer.getValue().stream()
                                        .mapToInt(String::length)
                                        .sum())
                        .sum()
                <= SIZE_MAX;
    }

    Map<String, String[]> parameters() {
        var parameters = new LinkedHashMap<String, String[]>();
        answers.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }
}
