#!/usr/bin/env bash
# The way out of Camunda 7, tried: a copy of what is committed, outside the repository, with Operaton in Camunda's place.
#   operaton.sh <new folder> [version]     then build and test there as anywhere
# Diagrams keep their camunda: namespace, tables keep their names; docs/adr/0029 says what was found.
set -euo pipefail
copy=${1:?which new folder?}
version=${2:-1.0.3}
here=$(cd "$(dirname "$0")" && git rev-parse --show-toplevel)
mkdir -p "$copy"
git -C "$here" archive HEAD | tar -x -C "$copy"
cd "$copy"

# Java, mappers, service files: package names, also written as paths. Agencies' programs come with Camunda's worker as before.
grep -rlE 'org[./]camunda[./]bpm' app/src |
    xargs sed -i -E -e 's#org([./])camunda([./])bpm#org\1operaton\2bpm#g' -e 's#org\.operaton\.bpm\.client#org.camunda.bpm.client#g'
# Operaton takes the expression language's interfaces from Jakarta instead of bringing a copy, and calls its namespace otherwise.
sed -i 's#org\.operaton\.bpm\.impl\.juel\.jakarta\.el#jakarta.el#; s#CAMUNDA_BPMN_EXTENSIONS_NS#OPERATON_BPMN_EXTENSIONS_NS#' \
    app/src/main/java/vn/lienthong/workflow/*.java
perl -0pi -e 's#\n\n        \@Override\n        public java\.util\.Iterator<java\.beans\.FeatureDescriptor>.*?\n        \}##s' \
    app/src/main/java/vn/lienthong/workflow/EngineExpressions.java
# Artefacts; the worker of the tests keeps its version.
worker=$(sed -n 's#.*<camunda.version>\(.*\)</camunda.version>.*#\1#p' pom.xml)
sed -i -E \
    -e "/camunda-external-task-client/s#\\$\{camunda.version\}#$worker#" \
    -e '/camunda-(engine|bom)/s#org\.camunda\.bpm#org.operaton.bpm#' \
    -e 's#camunda-engine-spring-6#operaton-engine-spring#' \
    -e 's#camunda-bom#operaton-bom#' \
    -e "s#<camunda.version>.*</camunda.version>#<camunda.version>$version</camunda.version>#" \
    pom.xml app/pom.xml
