// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

/// How urgent it is (紧急程度), as the rules of 12345 part it.
public enum Urgency {
    NORMAL,
    /// Water, power, gas, network: work stands still (水电气网).
    URGENT,
    /// Danger to life or property (突发紧急).
    EMERGENCY
}
