// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.group;

/// The database failed while a group was written. It may be there or not: whoever asks the same again, under the same
/// key, learns it, and nothing doubles.
public final class GroupNotCommitted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GroupNotCommitted(Throwable cause) {
        super("it is not known whether this was committed; send the same again", cause);
    }
}
