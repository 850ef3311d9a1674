// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// A command ends without its result: a stable code, one sentence, and what to do about it.
public final class CommandFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitStatus status;
    private final String code;
    private final String remedy;

    public CommandFailed(ExitStatus status, String code, String sentence, String remedy) {
        super(sentence);
        this.status = status;
        this.code = code;
        this.remedy = remedy;
    }

    public ExitStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String remedy() {
        return remedy;
    }

    Map<String, Object> forPrograms() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("code", code);
        fields.put("message", String.valueOf(getMessage()));
        fields.put("remedy", remedy);
        return fields;
    }
}
