# Sourced by mvnw and linxi: sets LINXI_JDK to the home of a JDK 25 or newer, or leaves it empty.
# `java` on the PATH may be older although a JDK 25 is installed beside it, so the usual places are searched too.

linxi_jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

linxi_find_jdk() {
  LINXI_JDK=
  set +f
  path_java=$(command -v java 2>/dev/null || true)
  if [ -n "$path_java" ]; then
    path_java=$(readlink -f "$path_java" 2>/dev/null || echo "$path_java")
    path_java=${path_java%/bin/java}
  fi
  mac_java=
  [ ! -x /usr/libexec/java_home ] || mac_java=$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)
  for candidate in "${JAVA_HOME:-}" "$path_java" "$mac_java" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    version=$(linxi_jdk_version "$candidate")
    if [ "${version:-0}" -ge 25 ] 2>/dev/null; then
      LINXI_JDK=$candidate
      return 0
    fi
  done
  return 0
}

linxi_find_jdk
