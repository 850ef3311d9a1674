// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import java.util.Collection;
import java.util.Map;

/// What jobs are called (作业名称). A voucher knows the jobs that use it by id only; whoever runs jobs contributes the one
/// bean of this kind.
public interface JobTitles {

    /// Names by id; those that it does not know are left out.
    Map<String, String> of(Collection<String> jobs);
}
