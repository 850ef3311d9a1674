#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rebuilds the part of Apache ECharts that the chart component loads. Needs Node.js and npm; its result is committed.
set -euo pipefail
cd "$(dirname "$0")"
target=../../app/src/main/jte/component/chart/echarts.min.js
npm install --no-audit --no-fund --silent
{
  echo '/*! Apache ECharts 6.1.0 (with zrender, tslib), Apache-2.0, Copyright The Apache Software Foundation; built by frontend/echarts/build.sh */'
  npx esbuild entry.js --bundle --minify --format=iife --target=es2022 --legal-comments=none
} >"$target"
gzip -9c "$target" | wc -c | sed 's/$/ bytes compressed/'
