#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rebuilds the editor of decision models that the authoring page loads. Needs Node.js and npm; its results are committed.
set -euo pipefail
cd "$(dirname "$0")"
target=../../app/src/main/jte/policy/editor
notice='/*! dmn-js 17.10.2 (with what THIRD-PARTY-NOTICES lists), bpmn.io licence and MIT, Copyright Camunda Services GmbH and others; built by frontend/dmn-js/build.sh */'
npm ci --no-audit --no-fund --silent
# CodeMirror writes its styles into a <style> element, which the content security policy refuses; it knows constructed
# style sheets as well, but takes them only inside a shadow tree. The document has them too.
sed -i 's/if (!root.head \&\& root.adoptedStyleSheets/if (root.adoptedStyleSheets/' node_modules/style-mod/src/style-mod.js
grep -q 'if (root.adoptedStyleSheets' node_modules/style-mod/src/style-mod.js
{
  echo "$notice"
  npx esbuild entry.js --bundle --minify --format=iife --target=es2022 --legal-comments=none --loader:.woff2=binary
} >"$target/dmn.min.js"
{
  echo "$notice"
  # Nothing moves by itself on Atrium's pages, and Chinese is never set aslant.
  npx esbuild style.css --bundle --minify --legal-comments=none |
    perl -pe 's/(?<=[;{])(transition|animation)(-[a-z]+)?:[^;}]+;?//g; s/font-style:italic;?//g'
} >"$target/dmn.min.css"
gzip -9c "$target/dmn.min.js" | wc -c | sed 's/$/ bytes compressed/'
