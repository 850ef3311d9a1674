// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Reads the settings of sheets.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SheetSettings.class)
class SheetBeans {}
